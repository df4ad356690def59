// Where in the source something stands that the tree gives back without a place. cmark's own places of inlines are
// wrong behind escaped line ends, addresses with a title on the next line, unequal quote marks and definitions
// (commonmark/cmark issues 296 and 551), so the block's lines are searched for the exact characters.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/source.h"

namespace armillary::markdown {

// Searches the lines of one block for pieces in the order in which they stand there, passing over code and
// escapes.
class SourceSearch {
 public:
  // `lines` is the part of the file that the block's lines fill.
  SourceSearch(const SourceFile& file, Span lines)
      : text_(std::string_view(file.text).substr(0, lines.end)), begin_(lines.begin), at_(lines.begin) {}

  // The next place of the piece's first line, or the first line of the block where there is none (and, so that all
  // stays linear, after kMaxFailures of those without a look).
  Span find(std::string_view piece);

  // The same, but nothing where there is none.
  std::optional<Span> find_exactly(std::string_view piece);

 private:
  static constexpr int kMaxFailures = 16;

  std::string_view text_;  // of the file, up to the block's end
  std::uint32_t begin_;
  std::size_t at_;
  int failures_ = 0;
};

}  // namespace armillary::markdown
