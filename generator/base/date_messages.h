// What can be wrong with a date: the first place is the text, the second what to write or the rule.
#pragma once

#include <array>

#include "base/diagnostic.h"

namespace armillary {

inline constexpr Message kDateEmpty{Severity::error, "date-empty", "'{}' is not a date; write {}"};
inline constexpr Message kDateFullWidth{Severity::error, "date-full-width",
                                        "'{}' is not a date because of its full-width characters; write {}"};
inline constexpr Message kDateTimeOfDay{Severity::error, "date-time-of-day",
                                        "'{}' is not a date because of its time of day; write {}"};
inline constexpr Message kDateMisplacedAbout{Severity::error, "date-misplaced-about",
                                             "'{}' is not a date because '~' belongs at its end; write {}"};
inline constexpr Message kDateYear{Severity::error, "date-year",
                                   "'{}' is not a date because a year has four digits; write {}"};
inline constexpr Message kDateTwoDigits{Severity::error, "date-two-digits",
                                        "'{}' is not a date because month and day have two digits; write {}"};
inline constexpr Message kDateSeparator{Severity::error, "date-separator", "'{}' is not a date; write {}"};
inline constexpr Message kDateEndNotInFull{Severity::error, "date-end-not-in-full",
                                           "'{}' is not a date because the end of a span is written in full; write {}"};
inline constexpr Message kDateYearRange{Severity::error, "date-year-range", "'{}' is not a date; {}"};
inline constexpr Message kDateNoSuchMonth{Severity::error, "date-no-such-month", "'{}' is not a date; {}"};
inline constexpr Message kDateNoSuchDay{Severity::error, "date-no-such-day", "'{}' is not a date; {}"};
inline constexpr Message kDateEndBeforeStart{Severity::error, "date-end-before-start",
                                             "'{}' ends before it starts; write {}"};
inline constexpr Message kDateUnrecognised{Severity::error, "date-unrecognised", "'{}' is not a date; write {}"};

inline constexpr std::array kDateMessages{&kDateEmpty,       &kDateFullWidth,   &kDateTimeOfDay, &kDateMisplacedAbout,
                                          &kDateYear,        &kDateTwoDigits,   &kDateSeparator, &kDateEndNotInFull,
                                          &kDateYearRange,   &kDateNoSuchMonth, &kDateNoSuchDay, &kDateEndBeforeStart,
                                          &kDateUnrecognised};

}  // namespace armillary
