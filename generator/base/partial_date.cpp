#include "base/partial_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <tuple>

#include "base/date_advice.h"
#include "base/date_messages.h"

namespace armillary {
namespace {

constexpr int kMaxYear = 9999;
constexpr std::string_view kDateForms = "2023, 2023-11 or 2023-11-01";

std::chrono::year_month_day as_day(int year, int month, int day) { return std::chrono::year(year) / month / day; }

std::int32_t days_since_epoch(const std::chrono::sys_days& day) {
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

int last_day_of_month(int year, int month) {
  const auto last = std::chrono::year(year) / month / std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The number that `count` digits at the start of `text` write; they are taken off. Nothing else is.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count || !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(count), is_digit))
    return std::nullopt;
  int number = 0;
  for (const char c : text.substr(0, count)) number = number * 10 + (c - '0');
  text.remove_prefix(count);
  return number;
}

// The shape alone: YYYY, YYYY-MM or YYYY-MM-DD, of whatever numbers.
std::optional<DatePoint> parse_point(std::string_view text) {
  const auto year = take_digits(text, 4);
  if (!year) return std::nullopt;
  DatePoint point{*year, 0, 0};
  for (int* part : {&point.month, &point.day}) {
    if (text.empty()) return point;
    if (!text.starts_with('-')) return std::nullopt;
    text.remove_prefix(1);
    const auto number = take_digits(text, 2);
    if (!number) return std::nullopt;
    *part = *number;
  }
  return text.empty() ? std::optional(point) : std::nullopt;
}

// How many parts a point of this shape has: `2023-00` has two, though its month is no month.
std::size_t count_parts(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '-'));
}

// What is wrong with a text of a point's shape, or nothing.
std::optional<DateError> check_point(std::string_view text, const DatePoint& point) {
  if (point.year == 0) return DateError{DateProblem::year_out_of_range, "years run from 0001 to 9999"};
  const std::size_t parts = count_parts(text);
  if (parts > 1 && (point.month < 1 || point.month > 12))
    return DateError{DateProblem::no_such_month, fmt::format("month {:02} does not exist", point.month)};
  if (parts < 3) return std::nullopt;
  const int last = last_day_of_month(point.year, point.month);
  if (point.day >= 1 && point.day <= last) return std::nullopt;
  return DateError{DateProblem::no_such_day, fmt::format("day {:02} does not exist, {:04}-{:02} has {} days", point.day,
                                                         point.year, point.month, last)};
}

// At least `count` digits.
void append_digits(std::string& out, int number, std::size_t count) {
  std::array<char, 12> digits{};
  const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
  const auto size = static_cast<std::size_t>(end - digits.begin());
  if (size < count) out.append(count - size, '0');
  out.append(digits.data(), size);
}

}  // namespace

DatePrecision DatePoint::precision() const {
  if (month == 0) return DatePrecision::year;
  return day == 0 ? DatePrecision::month : DatePrecision::day;
}

std::int32_t DatePoint::earliest_day() const {
  return days_since_epoch(as_day(year, std::max(month, 1), std::max(day, 1)));
}

std::int32_t DatePoint::latest_day() const {
  const int last_month = month == 0 ? 12 : month;
  return days_since_epoch(as_day(year, last_month, day == 0 ? last_day_of_month(year, last_month) : day));
}

std::string DatePoint::to_string() const {
  std::string out;
  append_digits(out, year, 4);
  for (const int part : {month, day}) {
    if (part == 0) break;
    out += '-';
    append_digits(out, part, 2);
  }
  return out;
}

DatePoint point_of_day(std::int32_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

bool is_valid(const DatePoint& point) {
  if (point.year < 1 || point.year > kMaxYear || point.month < 0 || point.month > 12 || point.day < 0) return false;
  if (point.month == 0) return point.day == 0;
  return point.day <= last_day_of_month(point.year, point.month);
}

PartialDate::PartialDate(const DatePoint& point, bool is_approximate)
    : start_(point), end_(point), is_approximate_(is_approximate) {}

PartialDate::PartialDate(const DatePoint& start, const DatePoint& end, bool is_approximate)
    : start_(start), end_(end), is_span_(true), is_approximate_(is_approximate) {}

std::string PartialDate::to_string() const {
  std::string out = start_.to_string();
  if (is_span_) out += "/" + end_.to_string();
  if (is_approximate_) out += "~";
  return out;
}

std::strong_ordering PartialDate::operator<=>(const PartialDate& other) const {
  // Most pairs differ in the year: no calendar is needed for those.
  if (start_.year != other.start_.year) return start_.year <=> other.start_.year;
  const auto key = [](const PartialDate& date) {
    return std::tuple(date.earliest_day(), date.latest_day(), date.start_.precision(), date.end_.precision(),
                      date.is_span_, date.is_approximate_);
  };
  return key(*this) <=> key(other);
}

std::variant<PartialDate, DateError> parse_partial_date(std::string_view text) {
  const bool is_approximate = text.ends_with('~');
  const std::string_view dates = text.substr(0, text.size() - (is_approximate ? 1 : 0));
  const std::size_t slash = dates.find('/');
  const bool is_span = slash != std::string_view::npos;
  const std::string_view first = dates.substr(0, slash);
  const std::string_view second = is_span ? dates.substr(slash + 1) : first;
  const auto start = parse_point(first);
  const auto end = parse_point(second);
  if (!start || !end) return advise_on_date(text, kDateForms);
  if (auto error = check_point(first, *start)) return *std::move(error);
  if (auto error = check_point(second, *end)) return *std::move(error);
  if (!is_span) return PartialDate(*start, is_approximate);
  if (end->latest_day() >= start->earliest_day()) return PartialDate(*start, *end, is_approximate);
  return DateError{DateProblem::end_before_start, PartialDate(*end, *start, is_approximate).to_string()};
}

const Message& message_of(DateProblem problem) {
  switch (problem) {
    case DateProblem::empty:
      return kDateEmpty;
    case DateProblem::full_width:
      return kDateFullWidth;
    case DateProblem::time_of_day:
      return kDateTimeOfDay;
    case DateProblem::misplaced_about:
      return kDateMisplacedAbout;
    case DateProblem::year_not_in_four:
      return kDateYear;
    case DateProblem::part_not_in_two:
      return kDateTwoDigits;
    case DateProblem::separator:
      return kDateSeparator;
    case DateProblem::end_not_in_full:
      return kDateEndNotInFull;
    case DateProblem::year_out_of_range:
      return kDateYearRange;
    case DateProblem::no_such_month:
      return kDateNoSuchMonth;
    case DateProblem::no_such_day:
      return kDateNoSuchDay;
    case DateProblem::end_before_start:
      return kDateEndBeforeStart;
    case DateProblem::unrecognised:
      return kDateUnrecognised;
  }
  return kDateUnrecognised;
}

std::optional<PartialDate> read_partial_date(std::string_view text, const SourceFile& file, Span span,
                                             Diagnostics& diagnostics) {
  const auto parsed = parse_partial_date(text);
  if (const auto* date = std::get_if<PartialDate>(&parsed)) return *date;
  const auto& error = std::get<DateError>(parsed);
  diagnostics.report(message_of(error.problem), file, span, text, error.advice);
  return std::nullopt;
}

}  // namespace armillary
