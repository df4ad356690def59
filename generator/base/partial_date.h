// Dates as far as they are known: `2023`, `2023-11`, `2023-11-01`, a span of two such as
// `2023-11-01/2023-11-02` (their precisions may differ), and `~` at the end for "about". Proleptic Gregorian calendar,
// years 0001 to 9999. A date keeps the precision it was written with.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/diagnostic.h"

namespace armillary {

enum class DatePrecision { year, month, day };

// One end of a date. `month` and `day` are 0 where they are not stated.
struct DatePoint {
  int year = 1;
  int month = 0;
  int day = 0;

  DatePrecision precision() const;

  // Days since 1970-01-01 of the first and the last day that this may be.
  std::int32_t earliest_day() const;
  std::int32_t latest_day() const;

  // `2023-11`: the form that is parsed.
  std::string to_string() const;

  bool operator==(const DatePoint&) const = default;
};

// The calendar day, to the day, that lies `day` days after 1970-01-01.
DatePoint point_of_day(std::int32_t day);

// Whether the parts are a date of the calendar within the years above.
bool is_valid(const DatePoint& point);

class PartialDate {
 public:
  // REQUIRES: is_valid(point).
  explicit PartialDate(const DatePoint& point, bool is_approximate = false);
  // A span, both ends included. REQUIRES: both valid, and end.latest_day() >= start.earliest_day().
  PartialDate(const DatePoint& start, const DatePoint& end, bool is_approximate = false);

  const DatePoint& start() const { return start_; }
  const DatePoint& end() const { return end_; }  // = start() of a date that is no span
  bool is_span() const { return is_span_; }
  bool is_approximate() const { return is_approximate_; }

  int year() const { return start_.year; }
  DatePrecision precision() const { return start_.precision(); }
  std::int32_t earliest_day() const { return start_.earliest_day(); }
  std::int32_t latest_day() const { return end_.latest_day(); }

  // The canonical form; parsing it gives an equal date.
  std::string to_string() const;

  // By earliest day, then latest day, then precision with the coarser first, then exact before about.
  std::strong_ordering operator<=>(const PartialDate& other) const;
  bool operator==(const PartialDate& other) const = default;

 private:
  DatePoint start_;
  DatePoint end_;
  bool is_span_ = false;
  bool is_approximate_ = false;
};

// Why a text is no date.
enum class DateProblem {
  empty,
  full_width,         // ２０２３, 2023－11
  time_of_day,        // 2023-11-01T10:00
  misplaced_about,    // ~2023, 2023~/2024
  year_not_in_four,   // 23-11-01
  part_not_in_two,    // 2023-1
  separator,          // 2023/11/01, 2023.11.01, 2023年11月
  end_not_in_full,    // 2023-11-01/02
  year_out_of_range,  // 0000
  no_such_month,      // 2023-13
  no_such_day,        // 2023-02-30
  end_before_start,   // 2024/2023
  unrecognised,
};

// `advice` fills the second place of the problem's message: the right form for that very text where it
// can be told, else what the rule is.
struct DateError {
  DateProblem problem = DateProblem::unrecognised;
  std::string advice;
};

// Never throws, whatever the bytes. White space around the date is not skipped.
std::variant<PartialDate, DateError> parse_partial_date(std::string_view text);

// The message with a place for the text and one for the advice.
const Message& message_of(DateProblem problem);

// Parses and reports at `span` of `file` what is wrong.
std::optional<PartialDate> read_partial_date(std::string_view text, const SourceFile& file, Span span,
                                             Diagnostics& diagnostics);

}  // namespace armillary
