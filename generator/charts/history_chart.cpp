#include "charts/history_chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/html_escape.h"
#include "base/partial_date.h"

namespace armillary::charts {
namespace {

constexpr int kAxis = 22;
constexpr int kRow = 26;
constexpr double kMargin = 2.5;  // percent
constexpr int kMostTicks = 7;

class Drawing {
 public:
  explicit Drawing(const HistoryChart& chart) : chart_(chart) {
    from_ = chart.steps.front().first_day;
    to_ = from_;
    for (const HistoryStep& step : chart.steps) to_ = std::max(to_, step.last_day);
    height_ = kAxis + kRow * static_cast<int>(chart.steps.size()) + 4;
  }

  std::string draw();

 private:
  double at(std::int32_t day) const {
    return kMargin + (100 - 2 * kMargin) * static_cast<double>(day - from_) / static_cast<double>(to_ - from_);
  }
  void draw_years();
  void draw_today();
  void draw_step(const HistoryStep& step, int y);
  std::string year_text(int year) const;

  const HistoryChart& chart_;
  std::int32_t from_ = 0;
  std::int32_t to_ = 0;
  int height_ = 0;
  std::string out_;
};

std::string Drawing::year_text(int year) const {
  std::string out;
  for (const char c : std::to_string(year)) out += chart_.digits[static_cast<std::size_t>(c - '0')];
  return out;
}

// The first of January of every year within, or of every fifth, tenth and so on where there are many.
void Drawing::draw_years() {
  const int first = point_of_day(from_).year + 1;
  const int last = point_of_day(to_).year;
  int every = 1;
  for (const int step : {2, 5, 10, 20, 50, 100, 200, 500}) {
    if ((last - first) / every < kMostTicks) break;
    every = step;
  }
  for (int year = first; year <= last; ++year) {
    if (year % every != 0) continue;
    const double x = at(DatePoint{year}.earliest_day());
    out_ += fmt::format(R"(<line class="timeline-grid" x1="{0:.1f}%" x2="{0:.1f}%" y1="{1}" y2="{2}"/>)", x, kAxis - 4,
                        height_);
    if (x > 94) continue;  // its label would be cut off
    out_ += fmt::format(R"(<text class="timeline-year" x="{:.1f}%" y="13" dx="2">{}</text>)", x, year_text(year));
  }
}

void Drawing::draw_today() {
  if (!chart_.today || *chart_.today < from_ || *chart_.today > to_) return;
  out_ += fmt::format(R"(<line class="timeline-today" x1="{0:.1f}%" x2="{0:.1f}%" y1="{1}" y2="{2}"><title>)",
                      at(*chart_.today), kAxis - 6, height_);
  append_escaped(out_, chart_.today_label);
  out_ += "</title></line>";
}

void Drawing::draw_step(const HistoryStep& step, int y) {
  const double left = at(step.first_day);
  const double right = at(step.last_day);
  const char* state = step.is_future ? " history-future" : step.is_imprecise ? " timeline-imprecise" : "";
  out_ += fmt::format(R"(<line class="history-guide" x1="{0:.1f}%" x2="{0:.1f}%" y1="{1}" y2="{2}"/>)"
                      R"(<line class="history-mark{3}" x1="{0:.1f}%" x2="{4:.2f}%" y1="{2}" y2="{2}"/>)",
                      left, kAxis, y, state, std::max(right, left + 0.01));
  // The words stand on the side where there is more room.
  const bool is_on_left = left + right > 100;
  out_ += fmt::format(R"(<text class="history-label" x="{:.1f}%" y="{}" dx="{}" text-anchor="{}">)",
                      is_on_left ? left : right, y + 4, is_on_left ? -11 : 11, is_on_left ? "end" : "start");
  append_escaped(out_, step.caption);
  out_ += "<tspan class=\"history-date\"> ";
  append_escaped(out_, step.date);
  out_ += "</tspan></text>";
}

std::string Drawing::draw() {
  out_ = fmt::format(R"(<svg class="history-chart" aria-hidden="true" focusable="false" width="100%" height="{}">)",
                     height_);
  draw_years();
  draw_today();
  int y = kAxis + kRow / 2;
  for (const HistoryStep& step : chart_.steps) {
    draw_step(step, y);
    y += kRow;
  }
  return std::move(out_) + "</svg>";
}

}  // namespace

bool is_worth_drawing(const HistoryChart& chart) {
  const std::size_t count = chart.steps.size();
  if (count < 2 || count > kMaxHistorySteps) return false;
  return std::any_of(chart.steps.begin(), chart.steps.end(), [&](const HistoryStep& step) {
    return step.first_day != chart.steps.front().first_day || step.last_day != chart.steps.front().last_day;
  });
}

std::string draw_history(const HistoryChart& chart) { return Drawing(chart).draw(); }

}  // namespace armillary::charts
