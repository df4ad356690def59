// A few numbers as SVG: a line where they follow each other in time, bars otherwise. Knows nothing of records.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace armillary::charts {

struct SeriesPoint {
  double value = 0;
  std::string number;          // the value in words: grouped, with its unit; plain text
  std::int32_t first_day = 0;  // days since 1970-01-01
  std::int32_t last_day = 0;   // of what the date may mean
  std::string date;            // in words, plain text
  std::string name;            // of what was counted; empty where all points are of one thing
  std::string name_language;   // a BCP 47 tag where it is not the page's, else empty
};

struct SeriesTick {
  double value = 0;
  std::string number;  // plain text
};

struct SeriesChart {
  std::vector<SeriesPoint> points;
  std::vector<SeriesTick> ticks;  // of the axis of values; of a line only
};

// More points than this would hide each other's words: a line then names its first and last and its extremes.
inline constexpr std::size_t kMostNamedPoints = 8;

// Whether the points are one thing at different times: no names, and no two of one date.
bool is_in_time(const SeriesChart& chart);

// Values for the axis: round numbers from nought, or from below it, to beyond all points; three to six of them.
std::vector<double> round_ticks(const std::vector<SeriesPoint>& points);

// Places along the width are in percent of it and sizes in pixels, as in history_chart.h. Nought is always in
// sight, so that lengths can be compared. Hidden from screen readers, for which the page gives the same as a table.
std::string draw_series(const SeriesChart& chart);

}  // namespace armillary::charts
