// A timeline as SVG: lanes of marks over an axis of years. Knows nothing of records.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace armillary::charts {

// Beyond this many marks a year of a lane is one bar with a count that leads to the year's page.
inline constexpr std::size_t kMaxMarks = 600;

// Colours of lanes in the stylesheet.
inline constexpr std::size_t kLaneColours = 8;

enum class MarkShape {
  point,  // known to the day
  bar,    // a span, or a month or year of which the day is not known
};

struct TimelineMark {
  std::size_t lane = 0;
  std::int32_t first_day = 0;  // days since 1970-01-01
  std::int32_t last_day = 0;   // the last day it may be, or of the span
  MarkShape shape = MarkShape::point;
  bool is_imprecise = false;  // the bar stands for not knowing, or the date is "about"
  std::string address;        // as it stands in href, not escaped
  std::string title;          // plain text
};

struct TimelineChart {
  std::vector<std::string> lanes;     // labels, plain text; any number: the eight colours come round again
  std::vector<TimelineMark> marks;    // by first day
  std::optional<std::int32_t> today;  // marks that begin later are drawn as what is to come
  std::string today_word;
  std::string today_label;
  std::size_t most_marks = kMaxMarks;
  std::string year_address;  // of a year's page, `{year}` where the year goes
  std::string year_title;    // of a bar: `{year}` and `{n}`
  std::array<std::string, 10> digits = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};  // of the page's language
};

// Years without marks are narrow and years with many are wide, so that a crowded year stays readable; within a
// year the scale is even. Colours come from the stylesheet by class: `timeline-lane-N`. The drawing is for the eye and
// the mouse: it is hidden from screen readers and from the tab order, for which the page gives the same as a list.
// data-first-year and data-starts say where each year begins, so that a script can move the mark of today.
std::string draw_timeline(const TimelineChart& chart);

}  // namespace armillary::charts
