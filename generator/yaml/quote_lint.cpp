#include "yaml/quote_lint.h"

#include <array>
#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "yaml/scalar_place.h"
#include "yaml/yaml_messages.h"

namespace armillary {
namespace {

constexpr std::array<std::string_view, 6> kCurlyMarks{"“", "”", "‘", "’", "＂", "＇"};

std::string_view curly_mark_at_start(std::string_view text) {
  for (const std::string_view mark : kCurlyMarks) {
    if (text.starts_with(mark)) return mark;
  }
  return {};
}

std::string_view curly_mark_at_end(std::string_view text) {
  for (const std::string_view mark : kCurlyMarks) {
    if (text.ends_with(mark)) return mark;
  }
  return {};
}

// The start of the first line inside [open, end) that is not indented enough to belong to the scalar; `end` where
// there is none.
std::size_t first_foreign_line(const LintText& text, std::size_t open, std::size_t end, int parent_column) {
  // Searched from line end to line end: a file may be a single line with thousands of quotes.
  for (std::size_t at = text.next_line(open, end); at < end; at = text.next_line(at, end)) {
    std::size_t first = at;
    while (text.at(first) == ' ') ++first;
    if (text.at(first) == '\n' || text.at(first) == '\r') continue;
    const bool is_marker = (text.is_at(at, "---") || text.is_at(at, "...")) && text.is_space_at(at + 3);
    if (is_marker || static_cast<int>(first - at) <= parent_column) return at;
  }
  return end;
}

void report_unclosed(LintText& text, std::size_t open) {
  const std::string_view quote = text.slice(open, open + 1);
  const std::size_t line_end = text.line_of(open).end;
  const std::string_view written = trimmed(text.slice(open, line_end));
  const std::string_view other = curly_mark_at_end(written);
  if (other.empty()) {
    text.report(kYamlUnclosedQuote, open, open + 1, quote);
  } else {
    text.report(kMixedQuotes, open, open + written.size(), quote, other);
  }
}

// The code point of the `count` hexadecimal digits at `at`.
std::optional<unsigned> hex_number(const LintText& text, std::size_t at, std::size_t count) {
  const std::string_view digits = text.slice(at, at + count);
  unsigned number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  const bool all_read = error == std::errc() && end == digits.data() + digits.size();
  return all_read && digits.size() == count ? std::optional(number) : std::nullopt;
}

std::size_t digits_of_escape(char letter) { return letter == 'x' ? 2 : letter == 'u' ? 4 : 8; }

// Checks the escape whose backslash stands at `at`; puts a slash in its place where the parser would stop at it.
void check_escape(LintText& text, std::size_t at) {
  constexpr std::string_view kKnown = "0abt\tnvfre \"/\\_NLP\n\r";
  const char letter = text.at(at + 1);
  if (kKnown.find(letter) != std::string_view::npos) return;
  const bool is_hex = letter == 'x' || letter == 'u' || letter == 'U';
  const std::size_t count = is_hex ? digits_of_escape(letter) : 0;
  const auto number = is_hex ? hex_number(text, at + 2, count) : std::nullopt;
  if (number && *number <= 0x10FFFF && (*number < 0xD800 || *number > 0xDFFF)) return;
  if (number && *number <= 0x10FFFF) {
    text.report(kYamlHalfCharacter, at, at + 2 + count, text.slice(at, at + 2 + count));
  } else {
    std::size_t end = at + 1;
    next_code_point(text.text(), end);
    text.report(kYamlEscape, at, end, text.slice(at, end));
  }
  text.repair(at, 1, "/");
}

}  // namespace

std::size_t lint_quoted(LintText& text, std::size_t open, int parent_column) {
  const std::size_t close = end_of_quoted(text.text(), open);
  const std::size_t end = std::min(close, text.size());
  if (close == std::string_view::npos || first_foreign_line(text, open, end, parent_column) < end) {
    report_unclosed(text, open);
    return std::string_view::npos;
  }
  if (text.at(open) == '\'') return close;
  for (std::size_t at = open + 1; at + 1 < close; ++at) {
    if (text.at(at) == '\\') check_escape(text, at++);
  }
  return close;
}

void lint_curly_quotes(LintText& text, std::size_t begin, std::string_view piece, bool whole_is_enough) {
  const std::string_view first = curly_mark_at_start(piece);
  if (first.empty() || piece.size() <= first.size()) return;
  const std::string_view last = curly_mark_at_end(piece);
  const std::size_t end = begin + piece.size();
  const bool ends_in_ascii = piece.ends_with('"') && piece.find('"') == piece.size() - 1;
  const bool is_never_text = (first == "＂" || first == "＇") && last == first;
  const std::string mark(first);
  if (ends_in_ascii) {
    text.report(kMixedQuotes, begin, end, mark, '"');
  } else if (is_never_text || (whole_is_enough && !last.empty())) {
    text.report(kFullwidthQuote, begin, end, mark);
  }
}

}  // namespace armillary
