// The few dated steps of one thing as SVG: one row a step, beneath an axis of years. Knows nothing of records.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace armillary::charts {

struct HistoryStep {
  std::int32_t first_day = 0;  // days since 1970-01-01
  std::int32_t last_day = 0;   // the last day it may be, or of the span
  bool is_imprecise = false;   // its day is not known
  bool is_future = false;
  std::string date;     // in words, plain text
  std::string caption;  // plain text
};

struct HistoryChart {
  std::vector<HistoryStep> steps;     // by first day
  std::optional<std::int32_t> today;  // marked where it lies within the steps
  std::string today_label;
  std::array<std::string, 10> digits = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};  // of the page's language
};

// More steps than this would be a long drawing; the page's list serves them better.
inline constexpr std::size_t kMaxHistorySteps = 20;

// Whether a drawing says more than the dates alone: two to kMaxHistorySteps steps, not all on one day.
bool is_worth_drawing(const HistoryChart& chart);

// Places are in percent of the drawing's width and sizes in pixels, so that it fits any page and its words stay as
// large as the page's. Hidden from screen readers, for which the page gives the same as a list.
std::string draw_history(const HistoryChart& chart);

}  // namespace armillary::charts
