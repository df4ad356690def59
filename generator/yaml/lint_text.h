// The text under lint: what the parser will be given, of the same length as what the editor wrote, so that every
// offset stays true while slips are repaired in it.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"

namespace armillary {

// Offsets count from the start of the document. `end` is before the line end, `next` behind it.
struct TextLine {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t next = 0;
};

// The full-width characters that stand where YAML wants ASCII; all are three bytes of UTF-8.
inline constexpr std::string_view kWideColon = "：";
inline constexpr std::array<std::string_view, 3> kWideCommas{"，", "、", "；"};  // what parts items in Chinese
inline constexpr std::string_view kWideSpace = "\u3000";
inline constexpr std::string_view kWideHash = "＃";

// Where the first or the last of kWideCommas stands; npos where there is none.
std::size_t find_wide_comma(std::string_view text);
std::size_t rfind_wide_comma(std::string_view text);

class LintText {
 public:
  LintText(const SourceFile& file, Span span, Diagnostics& diagnostics)
      : file_(file), base_(span.begin), diagnostics_(diagnostics), text_(file.slice(span)) {}

  std::string_view text() const { return text_; }
  std::size_t size() const { return text_.size(); }
  // Whether whatever was reported was mended: the text then says what its writer meant.
  bool is_sound() const { return is_sound_; }
  std::string take() { return std::move(text_); }

  // The byte at an offset, or a line end behind the text.
  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\n'; }
  bool is_at(std::size_t offset, std::string_view word) const { return slice(offset, size()).starts_with(word); }
  std::string_view slice(std::size_t begin, std::size_t end) const;  // cut to the text

  // Whether white space or a line end stands there.
  bool is_space_at(std::size_t offset) const;
  TextLine line_of(std::size_t offset) const;
  // The start of the line behind that of `offset`; `end` where it is not before `end`.
  std::size_t next_line(std::size_t offset, std::size_t end) const;
  // The next line with more than white space or a comment; an empty one at the text's end where there is none.
  TextLine next_content_line(const TextLine& line) const;
  std::size_t line_number(std::size_t offset) const;  // in the file, from 1
  std::size_t skip_blanks(std::size_t at) const;      // spaces and tabs

  // Of the plain text in block style that goes on at `at`: its end on this line, before a comment or the blanks at
  // the line's end; and its first colon that parts a key from a value, npos where it has none.
  std::size_t end_of_plain(std::size_t at, const TextLine& line) const;
  std::size_t find_colon(std::size_t at, const TextLine& line) const;
  bool has_colon(std::size_t at, const TextLine& line) const { return find_colon(at, line) != std::string_view::npos; }

  // Puts `with` and spaces in place of `length` bytes. REQUIRES: with.size() <= length.
  void repair(std::size_t at, std::size_t length, std::string_view with);
  // Makes everything but line ends a space.
  void blank(std::size_t begin, std::size_t end);

  template <typename... Args>
  void report(const Message& message, std::size_t begin, std::size_t end, const Args&... args) {
    is_sound_ = is_sound_ && message.severity != Severity::error;
    tell(message, begin, end, args...);
  }

  // Reports a character that stands for an ASCII one beyond doubt, and repairs it.
  template <typename... Args>
  void mend(const Message& message, std::size_t at, std::string_view wide, std::string_view narrow,
            const Args&... args) {
    tell(message, at, at + wide.size(), args...);
    repair(at, wide.size(), narrow);
  }

 private:
  template <typename... Args>
  void tell(const Message& message, std::size_t begin, std::size_t end, const Args&... args) {
    const auto place = [&](std::size_t offset) { return static_cast<std::uint32_t>(base_ + offset); };
    diagnostics_.report(message, file_, Span{place(begin), place(end)}, args...);
  }

  const SourceFile& file_;
  std::size_t base_;
  Diagnostics& diagnostics_;
  std::string text_;
  bool is_sound_ = true;
};

// Helpers of all checks. A value or key without white space at its ends.
std::string_view trimmed(std::string_view text);

// "标题: 副题" as it would stand in YAML's quotes; of a long text the beginning.
std::string in_quotes(std::string_view whole);

// At most `limit` characters of a text, "..." for the rest.
std::string shortened(std::string_view text, std::size_t limit = 30);

}  // namespace armillary
