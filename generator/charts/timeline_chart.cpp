#include "charts/timeline_chart.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "base/html_escape.h"
#include "base/partial_date.h"

namespace armillary::charts {
namespace {

constexpr double kMargin = 16;
constexpr double kEmptyYear = 9;  // a year without marks between others
constexpr double kGap = 26;       // any longer run of years without marks
constexpr int kShortRun = 3;
constexpr double kLeastYear = 34;
constexpr double kMarkWidth = 11;  // what a mark takes of a crowded year
constexpr double kWidestYear = 320;
constexpr double kLeastWidth = 720;
constexpr double kNamedTwice = 1000;
constexpr double kRadius = 5;
constexpr double kRowHeight = 14;
constexpr double kLaneLabel = 22;
constexpr double kLaneGap = 10;
constexpr double kAxisHeight = 26;
constexpr double kTallestCount = 84;
constexpr double kWidestCount = 28;   // of a bar that counts, in a wide year
constexpr double kCountNumber = 13;   // above a bar that counts
constexpr std::size_t kMaxRows = 14;  // of marks above each other in a lane

std::size_t colour_of(std::size_t lane) { return lane % kLaneColours + 1; }

int year_of(std::int32_t day) { return point_of_day(day).year; }

// Where each year begins, in pixels.
class YearScale {
 public:
  explicit YearScale(const std::vector<TimelineMark>& marks, const std::optional<std::int32_t>& today) {
    std::map<int, std::map<std::size_t, std::size_t>> counts;
    for (const TimelineMark& mark : marks) ++counts[year_of(mark.first_day)][mark.lane];
    first_ = marks.empty() ? (today ? year_of(*today) : 0) : year_of(marks.front().first_day);
    int last = first_;
    for (const TimelineMark& mark : marks) last = std::max(last, year_of(mark.last_day));
    if (today) last = std::max(last, std::min(year_of(*today), last + 1));
    double x = kMargin;
    for (int year = first_; year <= last + 1; ++year) {
      starts_.push_back(x);
      const auto found = counts.find(year);
      if (found != counts.end()) {
        x += width_of(found->second);
        continue;
      }
      const auto next = counts.upper_bound(year);
      const int before = next == counts.begin() ? first_ - 1 : std::prev(next)->first;
      const int after = next == counts.end() ? last + 1 : next->first;
      const int run = after - before - 1;
      x += run > kShortRun ? kGap / run : kEmptyYear;
    }
    if (width() < kLeastWidth) stretch((kLeastWidth - 2 * kMargin) / (starts_.back() - kMargin));
  }

  double at(std::int32_t day) const {
    const int year = year_of(day);
    const double start = start_of(year);
    const std::int32_t first = DatePoint{year}.earliest_day();
    const std::int32_t days = DatePoint{year}.latest_day() - first + 1;
    return start + (start_of(year + 1) - start) * (static_cast<double>(day - first) / days);
  }

  double start_of(int year) const {
    const auto index = static_cast<std::size_t>(std::clamp(year - first_, 0, static_cast<int>(starts_.size()) - 1));
    return starts_[index];
  }

  int first_year() const { return first_; }
  int last_year() const { return first_ + static_cast<int>(starts_.size()) - 2; }
  const std::vector<double>& starts() const { return starts_; }
  double width() const { return starts_.back() + kMargin; }

 private:
  static double width_of(const std::map<std::size_t, std::size_t>& lanes) {
    std::size_t most = 0;
    for (const auto& [lane, count] : lanes) most = std::max(most, count);
    return std::clamp(kMarkWidth * static_cast<double>(most), kLeastYear, kWidestYear);
  }
  void stretch(double factor) {
    for (double& start : starts_) start = kMargin + (start - kMargin) * factor;
  }

  int first_ = 0;
  std::vector<double> starts_;
};

struct PlacedMark {
  const TimelineMark* mark = nullptr;
  double x = 0;
  double width = 0;  // of a bar
  std::size_t row = 0;
};

// Puts each mark of a lane into the first row where it touches no other.
std::vector<PlacedMark> place_marks(const std::vector<const TimelineMark*>& marks, const YearScale& scale) {
  std::vector<PlacedMark> placed;
  std::vector<double> row_ends;
  for (const TimelineMark* mark : marks) {
    PlacedMark out{mark, scale.at(mark->first_day), 0, 0};
    if (mark->shape == MarkShape::bar) {
      const double end = scale.at(mark->last_day + 1);
      out.width = std::max(end - out.x, 2 * kRadius);
    }
    const double left = mark->shape == MarkShape::point ? out.x - kRadius : out.x;
    const double right = mark->shape == MarkShape::point ? out.x + kRadius : out.x + out.width;
    while (out.row < row_ends.size() && row_ends[out.row] > left) ++out.row;
    out.row = std::min(out.row, kMaxRows - 1);
    if (out.row >= row_ends.size()) row_ends.resize(out.row + 1);
    row_ends[out.row] = right + 1;
    placed.push_back(out);
  }
  return placed;
}

class Drawing {
 public:
  explicit Drawing(const TimelineChart& chart) : chart_(chart), scale_(chart.marks, chart.today) {}

  std::string draw();

 private:
  void draw_axis(double height);
  void draw_today(double height);
  void draw_lane(std::size_t lane);
  void draw_marks(const std::vector<const TimelineMark*>& marks, std::size_t lane);
  void draw_counts(const std::vector<const TimelineMark*>& marks, std::size_t lane);
  void open_link(const std::string& address, const std::string& title);
  // A year or a count in the digits of the page's language.
  std::string in_digits(const std::string& number) const;
  std::string year_text(int year) const { return in_digits(std::to_string(year)); }
  std::size_t most_in_a_year() const;

  const TimelineChart& chart_;
  YearScale scale_;
  std::string out_;
  double y_ = kAxisHeight;
  std::size_t most_ = 1;  // in a year of a lane
};

std::string Drawing::in_digits(const std::string& number) const {
  std::string out;
  for (const char c : number) {
    out += c >= '0' && c <= '9' ? chart_.digits[static_cast<std::size_t>(c - '0')] : std::string(1, c);
  }
  return out;
}

void Drawing::open_link(const std::string& address, const std::string& title) {
  out_ += "<a href=\"";
  append_escaped(out_, address);
  out_ += R"(" tabindex="-1"><title>)";
  append_escaped(out_, title);
  out_ += "</title>";
}

void Drawing::draw_marks(const std::vector<const TimelineMark*>& marks, std::size_t lane) {
  const std::vector<PlacedMark> placed = place_marks(marks, scale_);
  std::size_t rows = 1;
  for (const PlacedMark& each : placed) rows = std::max(rows, each.row + 1);
  for (const PlacedMark& each : placed) {
    const double middle = y_ + kRowHeight * (static_cast<double>(each.row) + 0.5);
    const bool is_future = chart_.today.has_value() && each.mark->first_day > *chart_.today;
    const std::string style =
        fmt::format("timeline-mark timeline-lane-{}{}{}", colour_of(lane),
                    each.mark->is_imprecise ? " timeline-imprecise" : "", is_future ? " timeline-future" : "");
    open_link(each.mark->address, each.mark->title);
    if (each.mark->shape == MarkShape::point) {
      out_ += fmt::format(R"(<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="{}"/></a>)", style, each.x, middle, kRadius);
    } else {
      out_ += fmt::format(R"(<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{}" rx="{}"/></a>)", style,
                          each.x, middle - kRadius, each.width, 2 * kRadius, kRadius);
    }
  }
  y_ += kRowHeight * static_cast<double>(rows);
}

// Of any lane: all bars are on one scale, so that lanes can be compared.
std::size_t Drawing::most_in_a_year() const {
  std::map<std::pair<std::size_t, int>, std::size_t> counts;
  std::size_t most = 1;
  for (const TimelineMark& mark : chart_.marks) most = std::max(most, ++counts[{mark.lane, year_of(mark.first_day)}]);
  return most;
}

void Drawing::draw_counts(const std::vector<const TimelineMark*>& marks, std::size_t lane) {
  const double unit = kTallestCount / static_cast<double>(most_);
  std::map<int, std::size_t> counts;
  for (const TimelineMark* mark : marks) ++counts[year_of(mark->first_day)];
  const auto height_of = [&](std::size_t count) { return std::max(2.0, unit * static_cast<double>(count)); };
  double tallest = 0;
  for (const auto& [year, count] : counts) tallest = std::max(tallest, height_of(count));
  const double base = y_ + kCountNumber + tallest;
  for (const auto& [year, count] : counts) {
    const double left = scale_.start_of(year);
    const double width = scale_.start_of(year + 1) - left;
    const double bar = std::clamp(width - 2, 2.0, kWidestCount);  // its height tells the number, not its area
    const auto with_year = [&, number = count](std::string text, const std::string& written) {
      if (const auto place = text.find("{year}"); place != std::string::npos) text.replace(place, 6, written);
      if (const auto place = text.find("{n}"); place != std::string::npos)
        text.replace(place, 3, std::to_string(number));
      return text;
    };
    open_link(with_year(chart_.year_address, fmt::format("{:04}", year)),
              with_year(chart_.year_title, year_text(year)));
    out_ += fmt::format(
        R"(<rect class="timeline-mark timeline-count timeline-lane-{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" )"
        R"(height="{:.1f}"/><text class="timeline-number" x="{:.1f}" y="{:.1f}">{}</text></a>)",
        colour_of(lane), left + (width - bar) / 2, base - height_of(count), bar, height_of(count), left + width / 2,
        base - height_of(count) - 3, in_digits(std::to_string(count)));
  }
  y_ = base;
}

void Drawing::draw_lane(std::size_t lane) {
  std::vector<const TimelineMark*> marks;
  for (const TimelineMark& mark : chart_.marks) {
    if (mark.lane == lane) marks.push_back(&mark);
  }
  if (marks.empty()) return;
  out_ += fmt::format(R"(<text class="timeline-label" x="{}" y="{:.1f}">)", kMargin, y_ + kLaneLabel - 8);
  append_escaped(out_, chart_.lanes[lane]);
  out_ += "</text>";
  // A wide drawing is scrolled: the lane is named at both of its ends; one that only a telephone scrolls, there alone.
  out_ += fmt::format(R"(<text class="{}" text-anchor="end" x="{:.1f}" y="{:.1f}">)",
                      scale_.width() > kNamedTwice ? "timeline-label" : "timeline-again", scale_.width() - kMargin,
                      y_ + kLaneLabel - 8);
  append_escaped(out_, chart_.lanes[lane]);
  out_ += "</text>";
  y_ += kLaneLabel;
  if (chart_.marks.size() > chart_.most_marks) {
    draw_counts(marks, lane);
  } else {
    draw_marks(marks, lane);
  }
  y_ += kLaneGap;
}

void Drawing::draw_axis(double height) {
  constexpr double kLabelRoom = 30;
  double last_label = -kLabelRoom;
  for (int year = scale_.first_year(); year <= scale_.last_year(); ++year) {
    const double x = scale_.start_of(year);
    const bool is_wide = scale_.start_of(year + 1) - x > kEmptyYear * 2;
    if (!is_wide) continue;
    out_ += fmt::format(R"(<line class="timeline-grid" x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2:.1f}"/>)", x,
                        kAxisHeight - 6, height);
    if (x - last_label < kLabelRoom) continue;
    last_label = x;
    out_ += fmt::format(R"(<text class="timeline-year" x="{:.1f}" y="14">{}</text>)", x + 2, year_text(year));
  }
}

void Drawing::draw_today(double height) {
  if (!chart_.today) return;
  const int year = year_of(*chart_.today);
  if (year < scale_.first_year() || year > scale_.last_year()) return;
  const double x = scale_.at(*chart_.today);
  out_ += fmt::format(R"(<line class="timeline-today" x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2:.1f}"><title>)", x,
                      kAxisHeight - 8, height);
  append_escaped(out_, chart_.today_label);
  out_ += fmt::format(R"(</title></line><text class="timeline-today-word" text-anchor="end" x="{:.1f}" y="{}">)", x - 4,
                      kAxisHeight - 1);
  append_escaped(out_, chart_.today_word);
  out_ += "</text>";
}

std::string Drawing::draw() {
  most_ = most_in_a_year();
  for (std::size_t lane = 0; lane < chart_.lanes.size(); ++lane) draw_lane(lane);
  const double height = y_ + kLaneGap;
  std::string lanes = std::move(out_);
  out_ = fmt::format(
      R"(<svg class="timeline-chart" aria-hidden="true" focusable="false" width="{0:.0f}" height="{1:.0f}" )"
      R"(viewBox="0 0 {0:.0f} {1:.0f}" data-first-year="{2}" data-starts="{3:.1f}">)",
      scale_.width(), height, scale_.first_year(), fmt::join(scale_.starts(), " "));
  if (!chart_.marks.empty()) {
    draw_axis(height);
    draw_today(height);
  }
  return std::move(out_) + lanes + "</svg>";
}

}  // namespace

std::string draw_timeline(const TimelineChart& chart) { return Drawing(chart).draw(); }

}  // namespace armillary::charts
