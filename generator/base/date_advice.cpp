#include "base/date_advice.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace armillary {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_full_width(char32_t c) { return (c >= 0xFF01 && c <= 0xFF5E) || c == 0x3000; }

bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

constexpr char kOther = '\x01';

// In ASCII as far as it can be: full-width forms made narrow, 年 and 月 as hyphens, 日 dropped, 至 as a slash.
// Whatever has no such form becomes kOther.
std::string to_ascii(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == U'日' || c == U'号') continue;
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (is_full_width(c)) {
      out += c == 0x3000 ? ' ' : static_cast<char>(c - 0xFF01 + '!');
    } else if (is_dash(c) || c == U'年' || c == U'月') {
      out += '-';
    } else {
      out += c == U'至' || c == U'到' ? '/' : kOther;
    }
  }
  return out;
}

bool has_full_width(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_full_width(next_code_point(text, at))) return true;
  }
  return false;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// Where a time of day begins: at the T or the space before two digits and a colon; npos where there is none.
std::size_t find_time(std::string_view text) {
  for (std::size_t at = 1; at + 3 < text.size(); ++at) {
    const bool separator = text[at] == 'T' || text[at] == 't' || text[at] == ' ';
    if (separator && is_digit(text[at + 1]) && text.substr(at + 2, 2).find(':') != std::string_view::npos) return at;
  }
  return std::string_view::npos;
}

// Runs of digits; one of eight as 20231101 counts as three.
std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> numbers;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::string run(text.substr(at, end - at));
    if (run.size() == 8) {
      numbers.insert(numbers.end(), {run.substr(0, 4), run.substr(4, 2), run.substr(6)});
    } else if (!run.empty()) {
      numbers.push_back(run);
    }
    at = std::max(end, at + 1);
  }
  return numbers;
}

// `2023-11-01` of {"2023", "11", "1"}; empty where the numbers are not that.
std::string join_point(const std::vector<std::string>& numbers) {
  if (numbers.empty() || numbers.size() > 3 || numbers.front().size() != 4) return {};
  std::string out = numbers.front();
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    if (numbers[i].size() > 2) return {};
    out += (numbers[i].size() == 1 ? "-0" : "-") + numbers[i];
  }
  return out;
}

// Two points where a second year begins: {"2023", "11", "2024"} is 2023-11/2024. REQUIRES: numbers.
std::string join_points(const std::vector<std::string>& numbers) {
  const auto second =
      std::find_if(numbers.begin() + 1, numbers.end(), [](const std::string& number) { return number.size() == 4; });
  std::string start = join_point({numbers.begin(), second});
  if (second == numbers.end() || start.empty()) return start;
  const std::string end = join_point({second, numbers.end()});
  return end.empty() ? end : start + "/" + end;
}

// The end of `2023-11-01/02` or `2023-11/12` completed from the start; empty where that is not the form.
std::string complete_end(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || text.find('/', slash + 1) != std::string_view::npos) return {};
  const std::vector<std::string> start = numbers_in(text.substr(0, slash));
  std::vector<std::string> end = numbers_in(text.substr(slash + 1));
  // Two numbers with a slash are a year and its month rather than a span.
  if (end.empty() || end.size() >= start.size() || end.front().size() > 2) return {};
  end.insert(end.begin(), start.begin(), start.end() - static_cast<std::ptrdiff_t>(end.size()));
  const std::string first = join_point(start);
  const std::string second = join_point(end);
  return first.empty() || second.empty() ? std::string() : first + "/" + second;
}

bool is_date(const std::string& text) { return std::holds_alternative<PartialDate>(parse_partial_date(text)); }

// Takes the words and signs that mean "about" out of the text. Returns whether there were any.
bool remove_about(std::string& text) {
  constexpr std::array<std::string_view, 12> kWords{"~", "～",     "大约",   "约",  "左右", "前后",
                                                    "?", "about ", "circa ", "ca.", "c.",   "？"};
  const std::size_t size = text.size();
  for (const std::string_view word : kWords) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at))
      text.erase(at, word.size());
  }
  return text.size() != size;
}

bool contains_only(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

DateProblem classify(std::string_view text, std::string_view ascii, bool has_time, bool has_short_end) {
  if (has_full_width(text)) return DateProblem::full_width;
  if (has_time) return DateProblem::time_of_day;
  if (has_short_end) return DateProblem::end_not_in_full;
  if (text.find('~') != std::string_view::npos && !text.ends_with('~')) return DateProblem::misplaced_about;
  const bool right_separators =
      contains_only(ascii, "0123456789-/~") && std::count(ascii.begin(), ascii.end(), '/') <= 1;
  const auto numbers = numbers_in(ascii);
  const bool short_part = std::any_of(numbers.begin(), numbers.end(), [](const auto& n) { return n.size() == 1; });
  if (right_separators && short_part) return DateProblem::part_not_in_two;
  return DateProblem::separator;
}

}  // namespace

DateError advise_on_date(std::string_view text, std::string_view forms) {
  std::string exact(text);
  const bool is_about = remove_about(exact);
  const std::string ascii_text = to_ascii(exact);
  const std::string_view ascii = trimmed(ascii_text);
  if (trimmed(text).empty()) return {DateProblem::empty, std::string(forms)};
  const std::size_t time = find_time(ascii);
  const std::string_view date_part = ascii.substr(0, time);
  const auto numbers = numbers_in(date_part);
  if (numbers.empty() || !contains_only(date_part, "0123456789-/., "))
    return {DateProblem::unrecognised, std::string(forms)};
  const std::string completed = complete_end(date_part);
  std::string meant = completed.empty() ? join_points(numbers) : completed;
  if (!meant.empty() && is_about) meant += "~";
  if (!meant.empty() && is_date(meant))
    return {classify(text, ascii, time != std::string_view::npos, !completed.empty()), std::move(meant)};
  const bool has_year = std::any_of(numbers.begin(), numbers.end(), [](const auto& n) { return n.size() >= 4; });
  return {has_year ? DateProblem::unrecognised : DateProblem::year_not_in_four, std::string(forms)};
}

}  // namespace armillary
