#include "yaml/lint_text.h"

#include <algorithm>

#include "base/find_byte.h"
#include "base/utf8.h"
#include "yaml/scalar_place.h"

namespace armillary {

std::size_t find_wide_comma(std::string_view text) {
  std::size_t first = std::string_view::npos;
  for (const std::string_view comma : kWideCommas) first = std::min(first, text.find(comma));
  return first;
}

std::size_t rfind_wide_comma(std::string_view text) {
  std::size_t last = std::string_view::npos;
  for (const std::string_view comma : kWideCommas) {
    const std::size_t found = text.rfind(comma);
    if (found != std::string_view::npos && (last == std::string_view::npos || found > last)) last = found;
  }
  return last;
}

std::string_view LintText::slice(std::size_t begin, std::size_t end) const {
  begin = std::min(begin, text_.size());
  return text().substr(begin, std::max(end, begin) - begin);
}

bool LintText::is_space_at(std::size_t offset) const { return is_yaml_space(at(offset)); }

TextLine LintText::line_of(std::size_t offset) const {
  TextLine line;
  const std::size_t previous = offset == 0 ? std::string::npos : text_.rfind('\n', offset - 1);
  line.begin = previous == std::string::npos ? 0 : previous + 1;
  line.end = std::min(text_.find('\n', offset), text_.size());
  line.next = std::min(line.end + 1, text_.size());
  if (line.end > line.begin && text_[line.end - 1] == '\r') --line.end;
  return line;
}

std::size_t LintText::next_line(std::size_t offset, std::size_t end) const {
  const std::size_t line_end = slice(offset, end).find('\n');
  return line_end == std::string_view::npos ? end : offset + line_end + 1;
}

TextLine LintText::next_content_line(const TextLine& line) const {
  TextLine next = line;
  do {
    const std::size_t begin = next.next;
    if (begin >= text_.size()) return {text_.size(), text_.size(), text_.size()};
    next = line_of(begin);
  } while (skip_blanks(next.begin) >= next.end || at(skip_blanks(next.begin)) == '#');
  return next;
}

std::size_t LintText::end_of_plain(std::size_t at, const TextLine& line) const {
  const std::string_view rest = slice(at, line.end);
  std::size_t length = rest.size();
  for (std::size_t i = rest.find('#'); i != std::string_view::npos; i = rest.find('#', i + 1)) {
    if (i == 0 || !is_yaml_space(rest[i - 1])) continue;
    length = i;
    break;
  }
  while (length > 0 && is_yaml_space(rest[length - 1])) --length;
  return at + length;
}

std::size_t LintText::find_colon(std::size_t at, const TextLine& line) const {
  const std::string_view rest = slice(0, line.end);
  for (std::size_t i = at; i < line.end; ++i) {
    i = find_byte<':', '#'>(rest, i);
    if (i == line.end) break;
    if (rest[i] == ':' && is_space_at(i + 1)) return i;
    if (rest[i] == '#' && i > at && is_space_at(i - 1)) break;
  }
  return std::string_view::npos;
}

std::size_t LintText::line_number(std::size_t offset) const { return position_at(file_.text, base_ + offset).line; }

std::size_t LintText::skip_blanks(std::size_t at) const {
  while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
  return at;
}

void LintText::repair(std::size_t at, std::size_t length, std::string_view with) {
  std::fill_n(text_.begin() + static_cast<std::ptrdiff_t>(at), length, ' ');
  std::copy(with.begin(), with.end(), text_.begin() + static_cast<std::ptrdiff_t>(at));
}

void LintText::blank(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < std::min(end, text_.size()); ++i) {
    if (text_[i] != '\n' && text_[i] != '\r') text_[i] = ' ';
  }
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_yaml_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_yaml_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string in_quotes(std::string_view whole) {
  constexpr std::size_t kMostShown = 60;
  const std::string text = shortened(whole, kMostShown);
  if (text.find_first_of("\"\\") == std::string_view::npos) return "\"" + text + "\"";
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

std::string shortened(std::string_view text, std::size_t limit) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < limit; ++count) next_code_point(text, at);
  return at == text.size() ? std::string(text) : std::string(text.substr(0, at)) + "...";
}

}  // namespace armillary
