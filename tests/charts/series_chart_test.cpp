#include "charts/series_chart.h"

#include <catch2/catch.hpp>

#include "base/partial_date.h"
#include "charts/svg_reading.h"

using namespace armillary;
using charts::SeriesChart;
using charts::SeriesPoint;

namespace {

SeriesPoint point(int year, double value, const std::string& name = "") {
  const DatePoint at{year};
  return {
      value, std::to_string(static_cast<int>(value)), at.earliest_day(), at.latest_day(), std::to_string(year), name,
      ""};
}

SeriesChart chart_of(std::vector<SeriesPoint> points) {
  SeriesChart chart;
  chart.points = std::move(points);
  for (const double tick : charts::round_ticks(chart.points)) chart.ticks.push_back({tick, "tick"});
  return chart;
}

std::vector<XmlElement> of_class(const XmlElement& root, const std::string& wanted) {
  std::vector<XmlElement> out;
  for (const XmlElement& element : root.children) {
    if (element.has_class(wanted)) out.push_back(element);
  }
  return out;
}

XmlElement draw(const SeriesChart& chart) { return XmlReader(charts::draw_series(chart)).read(); }

// "12.5%" as 12.5.
double percent(const XmlElement& element, const std::string& name) { return std::stod(element.attributes.at(name)); }

}  // namespace

TEST_CASE("one thing at different times is a line, several things are bars") {
  CHECK(charts::is_in_time(chart_of({point(2019, 400), point(2024, 7900)})));
  CHECK_FALSE(charts::is_in_time(chart_of({point(2024, 40, "A"), point(2025, 15, "B")})));
  CHECK_FALSE(charts::is_in_time(chart_of({point(2024, 40), point(2024, 15)})));  // two numbers for one year
}

TEST_CASE("a line's points stand in the order of time, at places in proportion to it") {
  const XmlElement root = draw(chart_of({point(2024, 30), point(2019, 10), point(2020, 20)}));
  const auto dots = of_class(root, "series-dot");
  REQUIRE(dots.size() == 3);
  const double first = percent(dots[0], "cx");
  const double second = percent(dots[1], "cx");
  const double third = percent(dots[2], "cx");
  CHECK(first < second);
  CHECK((third - first) / (second - first) == Approx(5).margin(0.02));  // five years and one
  CHECK(dots[0].number("cy") > dots[1].number("cy"));
  CHECK(dots[1].number("cy") > dots[2].number("cy"));
  CHECK(of_class(root, "series-line").size() == 2);
}

TEST_CASE("nought is in sight, so that heights can be compared") {
  const XmlElement root = draw(chart_of({point(2020, 100), point(2021, 200)}));
  const auto nought = of_class(root, "series-nought");
  REQUIRE(nought.size() == 1);
  const auto dots = of_class(root, "series-dot");
  const double ground = nought[0].number("y1");
  CHECK((ground - dots[1].number("cy")) / (ground - dots[0].number("cy")) == Approx(2).margin(0.02));
}

TEST_CASE("the axis has round numbers that go beyond all points") {
  CHECK(charts::round_ticks({point(2020, 7900), point(2021, 400)}) == std::vector<double>{0, 2000, 4000, 6000, 8000});
  CHECK(charts::round_ticks({point(2020, 10), point(2021, 9)}) == std::vector<double>{0, 2, 4, 6, 8, 10});
  CHECK(charts::round_ticks({point(2020, -3), point(2021, 4)}) == std::vector<double>{-4, -2, 0, 2, 4});
  CHECK(charts::round_ticks({point(2020, 0), point(2021, 0)}) == std::vector<double>{0});
}

TEST_CASE("a long line names its ends and its extremes only") {
  std::vector<SeriesPoint> points;
  for (int year = 2000; year <= 2020; ++year) points.push_back(point(year, year == 2007 ? 99 : year == 2012 ? 1 : 50));
  const XmlElement root = draw(chart_of(points));
  std::vector<std::string> named;
  for (const XmlElement& text : of_class(root, "series-date")) named.push_back(text.text);
  CHECK(named == std::vector<std::string>{"2000", "2007", "2012", "2020"});
  CHECK(of_class(root, "series-dot").size() == 21);
}

TEST_CASE("bars begin at nought and are as long as their numbers, in the order given") {
  const XmlElement root =
      draw(chart_of({point(2024, 40, "First"), point(2024, 10, "Second"), point(2024, 0, "Third")}));
  const auto bars = of_class(root, "series-bar");
  REQUIRE(bars.size() == 3);
  CHECK(percent(bars[0], "x") == Approx(0));
  CHECK(percent(bars[0], "width") == Approx(100));
  CHECK(percent(bars[1], "width") == Approx(25));
  CHECK(percent(bars[2], "width") == Approx(0));
  CHECK(bars[0].number("y") < bars[1].number("y"));
  const auto names = of_class(root, "series-name");
  REQUIRE(names.size() == 3);
  CHECK(names[0].text == "First");
  CHECK(names[0].children.empty());  // one date for all: it stands in the table
}

TEST_CASE("a bar below nought goes the other way") {
  const auto bars = of_class(draw(chart_of({point(2024, -10, "A"), point(2024, 30, "B")})), "series-bar");
  REQUIRE(bars.size() == 2);
  CHECK(percent(bars[0], "x") == Approx(0));
  CHECK(percent(bars[0], "width") == Approx(25));
  CHECK(percent(bars[1], "x") == Approx(25));
  CHECK(percent(bars[1], "width") == Approx(75));
}

TEST_CASE("a name says its date where dates differ, and its language where it is not the page's") {
  SeriesChart chart = chart_of({point(2023, 1, "甲"), point(2024, 2, "B")});
  chart.points[0].name_language = "zh-Hans";
  const auto names = of_class(draw(chart), "series-name");
  REQUIRE(names.size() == 2);
  REQUIRE(names[0].children.size() == 2);
  CHECK(names[0].children[0].attributes.at("lang") == "zh-Hans");
  CHECK(names[0].children[1].text == "2023");
}

TEST_CASE("words of a series are escaped") {
  const SeriesChart chart = chart_of({point(2024, 1, "<b> & \"c\""), point(2024, 2, "D")});
  CHECK(of_class(draw(chart), "series-name")[0].text == "<b> & \"c\"");
}
