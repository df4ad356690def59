// Where things end in a YAML text, before or beside the parser. All offsets are bytes into `text`; every function stays
// inside it.
#pragma once

#include <cstddef>
#include <string_view>

namespace armillary {

// Space, tab or a line end.
inline bool is_yaml_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The first offset from `at` on that is neither white space nor in a comment.
std::size_t skip_space_and_comments(std::string_view text, std::size_t at);

// One past the closing quote of the scalar whose opening quote, ' or ", stands at `open`; npos where
// the text ends first.
std::size_t end_of_quoted(std::string_view text, std::size_t open);

// One past the last character of a block scalar that begins at `begin`, with | or >, and was read as `value`. It keeps
// all characters but white space as they are written, so that walking along both texts finds the end without knowing
// how the lines were folded. The line ends that it may keep do not count.
std::size_t end_of_block_text(std::string_view text, std::size_t begin, std::string_view value);

}  // namespace armillary
