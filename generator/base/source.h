// Source texts and places in them. Every later stage points at an editor's exact characters with these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace armillary {

// A half-open range of byte offsets into one source's text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// A value together with the place where an editor wrote it.
template <typename T>
struct Located {
  T value{};
  Span span{};
};

// One file as it was read. `path` is printed in diagnostics exactly as it stands here: relative to
// the root of the observatory, with forward slashes. `text` is meant to be UTF-8 but is not checked. A text that nobody
// will need but to show a place in it may be let go: `stored_at` is then where it stands on disk, else it is empty.
struct SourceFile {
  std::string path;
  std::string text;
  std::string stored_at = {};

  std::string_view slice(Span span) const;
};

// A place for people: lines and columns count from 1, columns in characters (code points).
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

// The position of a byte offset; an offset past the end is taken as the end. CRLF counts as one line end.
Position position_at(std::string_view text, std::size_t offset);

// The line that holds a byte offset, without its line end.
std::string_view line_at(std::string_view text, std::size_t offset);

}  // namespace armillary
