#include "charts/series_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/html_escape.h"

namespace armillary::charts {
namespace {

constexpr int kBarRow = 44;
constexpr int kBarWords = 18;  // from a row's top to the line that its words stand on
constexpr int kBarTop = 25;
constexpr int kBarHeight = 10;
constexpr int kPlotTop = 30;
constexpr int kPlotHeight = 170;
constexpr int kDates = 28;          // below the plot
constexpr double kPlotMargin = 8;   // percent, so that the words of the first and last point have room
constexpr double kTicksAtMost = 5;  // steps of the axis

// The part of the axis that holds all points and nought.
struct Range {
  double least = 0;
  double most = 0;

  double share(double value) const { return most > least ? (value - least) / (most - least) : 0; }
};

Range range_of(const std::vector<SeriesPoint>& points) {
  Range out;
  for (const SeriesPoint& point : points) {
    out.least = std::min(out.least, point.value);
    out.most = std::max(out.most, point.value);
  }
  return out;
}

void append_text(std::string& out, std::string_view text, std::string_view language = {}) {
  if (!language.empty()) {
    out += "<tspan lang=\"";
    append_escaped(out, language);
    out += "\">";
  }
  append_escaped(out, text);
  if (!language.empty()) out += "</tspan>";
}

std::string open_drawing(int height) {
  return fmt::format(R"(<svg class="series-chart" aria-hidden="true" focusable="false" width="100%" height="{}">)",
                     height);
}

bool has_different_dates(const SeriesChart& chart) {
  const auto is_other = [&](const SeriesPoint& point) { return point.date != chart.points.front().date; };
  return std::any_of(chart.points.begin(), chart.points.end(), is_other);
}

std::string draw_bars(const SeriesChart& chart) {
  const Range range = range_of(chart.points);
  const double nought = 100 * range.share(0);
  const bool has_dates = has_different_dates(chart);
  std::string out = open_drawing(kBarRow * static_cast<int>(chart.points.size()));
  int y = 0;
  for (const SeriesPoint& point : chart.points) {
    out += fmt::format(R"(<text class="series-name" x="0" y="{}">)", y + kBarWords);
    append_text(out, point.name, point.name_language);
    if (has_dates || point.name.empty()) {
      out += point.name.empty() ? "<tspan class=\"series-date\">" : " <tspan class=\"series-date\">";
      append_text(out, point.date);
      out += "</tspan>";
    }
    out += fmt::format(R"(</text><text class="series-number" x="100%" y="{}" text-anchor="end">)", y + kBarWords);
    append_text(out, point.number);
    const double end = 100 * range.share(point.value);
    out += fmt::format(R"(</text><rect class="series-ground" x="0" y="{0}" width="100%" height="{1}"/>)"
                       R"(<rect class="series-bar" x="{2:.2f}%" y="{0}" width="{3:.2f}%" height="{1}"/>)",
                       y + kBarTop, kBarHeight, std::min(nought, end), std::abs(end - nought));
    y += kBarRow;
  }
  return out + "</svg>";
}

class LineDrawing {
 public:
  explicit LineDrawing(const SeriesChart& chart)
      : chart_(chart), points_(chart.points), range_(range_of(chart.points)) {
    std::stable_sort(points_.begin(), points_.end(),
                     [](const auto& a, const auto& b) { return day_of(a) < day_of(b); });
    for (const SeriesTick& tick : chart.ticks) {
      range_.least = std::min(range_.least, tick.value);
      range_.most = std::max(range_.most, tick.value);
    }
  }

  std::string draw();

 private:
  static double day_of(const SeriesPoint& point) { return (point.first_day + point.last_day) / 2.0; }
  double x(const SeriesPoint& point) const {
    const double from = day_of(points_.front());
    const double to = day_of(points_.back());
    return kPlotMargin + (100 - 2 * kPlotMargin) * (to > from ? (day_of(point) - from) / (to - from) : 0.5);
  }
  double y(double value) const { return kPlotTop + kPlotHeight * (1 - range_.share(value)); }
  bool is_named(std::size_t index) const;
  void draw_axis();
  void draw_point(std::size_t index);

  const SeriesChart& chart_;
  std::vector<SeriesPoint> points_;  // by date
  Range range_;
  std::string out_;
};

bool LineDrawing::is_named(std::size_t index) const {
  if (points_.size() <= kMostNamedPoints || index == 0 || index + 1 == points_.size()) return true;
  const auto by_value = [](const SeriesPoint& a, const SeriesPoint& b) { return a.value < b.value; };
  const auto [least, most] = std::minmax_element(points_.begin(), points_.end(), by_value);
  return &points_[index] == &*least || &points_[index] == &*most;
}

void LineDrawing::draw_axis() {
  for (const SeriesTick& tick : chart_.ticks) {
    out_ += fmt::format(R"(<line class="{0}" x1="0" x2="100%" y1="{1:.1f}" y2="{1:.1f}"/>)",
                        tick.value == 0 ? "series-nought" : "timeline-grid", y(tick.value));
    out_ += fmt::format(R"(<text class="series-tick" x="0" y="{:.1f}">)", y(tick.value) - 4);
    append_text(out_, tick.number);
    out_ += "</text>";
  }
}

void LineDrawing::draw_point(std::size_t index) {
  const SeriesPoint& point = points_[index];
  const double left = x(point);
  out_ += fmt::format(R"(<circle class="series-dot" cx="{:.2f}%" cy="{:.1f}" r="5"><title>)", left, y(point.value));
  append_text(out_, point.date + ": " + point.number);
  out_ += "</title></circle>";
  if (!is_named(index)) return;
  out_ += fmt::format(R"(<text class="series-number" x="{:.2f}%" y="{:.1f}" text-anchor="middle">)", left,
                      y(point.value) - 11);
  append_text(out_, point.number);
  out_ += fmt::format(R"(</text><text class="series-date" x="{:.2f}%" y="{}" text-anchor="middle">)", left,
                      kPlotTop + kPlotHeight + 18);
  append_text(out_, point.date);
  out_ += "</text>";
}

std::string LineDrawing::draw() {
  out_ = open_drawing(kPlotTop + kPlotHeight + kDates);
  draw_axis();
  for (std::size_t i = 1; i < points_.size(); ++i) {
    out_ += fmt::format(R"(<line class="series-line" x1="{:.2f}%" x2="{:.2f}%" y1="{:.1f}" y2="{:.1f}"/>)",
                        x(points_[i - 1]), x(points_[i]), y(points_[i - 1].value), y(points_[i].value));
  }
  for (std::size_t i = 0; i < points_.size(); ++i) draw_point(i);
  return std::move(out_) + "</svg>";
}

}  // namespace

bool is_in_time(const SeriesChart& chart) {
  std::set<std::pair<std::int32_t, std::int32_t>> dates;
  return std::all_of(chart.points.begin(), chart.points.end(), [&](const SeriesPoint& point) {
    return point.name.empty() && dates.insert({point.first_day, point.last_day}).second;
  });
}

std::vector<double> round_ticks(const std::vector<SeriesPoint>& points) {
  const Range range = range_of(points);
  const double wanted = (range.most - range.least) / kTicksAtMost;
  if (wanted <= 0) return {0};
  const double magnitude = std::pow(10, std::floor(std::log10(wanted)));
  double step = 10 * magnitude;
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * magnitude < wanted) continue;
    step = factor * magnitude;
    break;
  }
  std::vector<double> out;
  const auto first = static_cast<int>(std::floor(range.least / step));
  const auto last = static_cast<int>(std::ceil(range.most / step));
  for (int i = first; i <= last; ++i) out.push_back(i * step);
  return out;
}

std::string draw_series(const SeriesChart& chart) {
  return is_in_time(chart) ? LineDrawing(chart).draw() : draw_bars(chart);
}

}  // namespace armillary::charts
