// Where things end in a YAML text. yaml-cpp says only where a scalar begins, so the end is found in
// the text itself. All offsets are bytes into `text`; every function stays inside it.
#pragma once

#include <cstddef>
#include <string_view>

namespace armillary {

// Space, tab or a line end.
bool is_yaml_space(char c);

// The first offset from `at` on that is neither white space nor in a comment.
std::size_t skip_space_and_comments(std::string_view text, std::size_t at);

// One past the closing quote of the scalar whose opening quote, ' or ", stands at `open`; npos where
// the text ends first.
std::size_t end_of_quoted(std::string_view text, std::size_t open);

// One past the last character of a plain scalar or a block scalar that begins at `begin` and was read as `value`.
// Both keep all characters but white space as they are written, so that walking along both texts finds the end
// without knowing how the lines were folded. The line ends that a block scalar may keep do not count.
std::size_t end_of_unquoted(std::string_view text, std::size_t begin, std::string_view value);

}  // namespace armillary
