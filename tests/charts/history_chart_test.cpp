#include "charts/history_chart.h"

#include <catch2/catch.hpp>

#include "base/partial_date.h"
#include "charts/svg_reading.h"

using namespace armillary;
using charts::HistoryChart;
using charts::HistoryStep;

namespace {

std::int32_t day(int year, int month = 1, int of_month = 1) { return DatePoint{year, month, of_month}.earliest_day(); }

HistoryStep step(std::int32_t at, const std::string& caption) { return {at, at, false, false, "a day", caption}; }

HistoryChart two_steps() {
  HistoryChart chart;
  chart.steps = {step(day(2020, 3), "Proposed"), step(day(2024, 6), "Signed")};
  return chart;
}

// The children of one class, in their order.
std::vector<XmlElement> of_class(const XmlElement& root, const std::string& wanted) {
  std::vector<XmlElement> out;
  for (const XmlElement& element : root.children) {
    if (element.has_class(wanted)) out.push_back(element);
  }
  return out;
}

XmlElement draw(const HistoryChart& chart) { return XmlReader(charts::draw_history(chart)).read(); }

}  // namespace

TEST_CASE("a history is drawn where it says more than its dates") {
  HistoryChart chart;
  CHECK_FALSE(charts::is_worth_drawing(chart));
  chart.steps = {step(day(2020), "A")};
  CHECK_FALSE(charts::is_worth_drawing(chart));
  chart.steps.push_back(step(day(2020), "B"));
  CHECK_FALSE(charts::is_worth_drawing(chart));  // both on one day
  chart.steps.push_back(step(day(2021), "C"));
  CHECK(charts::is_worth_drawing(chart));
  while (chart.steps.size() <= charts::kMaxHistorySteps) chart.steps.push_back(step(day(2022), "D"));
  CHECK_FALSE(charts::is_worth_drawing(chart));
}

TEST_CASE("the first step stands at the left, the last at the right, each in a row of its own") {
  const XmlElement root = draw(two_steps());
  const auto marks = of_class(root, "history-mark");
  REQUIRE(marks.size() == 2);
  CHECK(marks[0].attributes.at("x1") == "2.5%");
  CHECK(marks[1].attributes.at("x1") == "97.5%");
  CHECK(marks[0].number("y1") < marks[1].number("y1"));
  CHECK(marks[1].number("y1") < root.number("height"));
}

TEST_CASE("a step's words stand on the side that has room") {
  const auto labels = of_class(draw(two_steps()), "history-label");
  REQUIRE(labels.size() == 2);
  CHECK(labels[0].attributes.at("text-anchor") == "start");
  CHECK(labels[0].text == "Proposed");
  REQUIRE(labels[0].children.size() == 1);
  CHECK(labels[0].children[0].text == " a day");
  CHECK(labels[1].attributes.at("text-anchor") == "end");
}

TEST_CASE("the axis names years, in the digits of the language, and not more than have room") {
  HistoryChart chart = two_steps();
  chart.digits = {"o", "i", "z", "3", "a", "5", "6", "7", "8", "9"};
  std::vector<std::string> years;
  for (const XmlElement& text : of_class(draw(chart), "timeline-year")) years.push_back(text.text);
  CHECK(years == std::vector<std::string>{"zozi", "zozz", "zoz3", "zoza"});
  chart.steps = {step(day(1850), "A"), step(day(2025), "B")};
  CHECK(of_class(draw(chart), "timeline-year").size() <= 8);
}

TEST_CASE("today is marked where it lies among the steps") {
  HistoryChart chart = two_steps();
  chart.today = day(2022);
  chart.today_label = "now & here";
  const auto today = of_class(draw(chart), "timeline-today");
  REQUIRE(today.size() == 1);
  REQUIRE(today[0].children.size() == 1);
  CHECK(today[0].children[0].text == "now & here");
  chart.today = day(2030);
  CHECK(of_class(draw(chart), "timeline-today").empty());
}

TEST_CASE("what lies ahead and what is not known to the day look different") {
  HistoryChart chart = two_steps();
  chart.steps[0].is_imprecise = true;
  chart.steps[1].is_future = true;
  const auto marks = of_class(draw(chart), "history-mark");
  CHECK(marks[0].has_class("timeline-imprecise"));
  CHECK(marks[1].has_class("history-future"));
}

TEST_CASE("captions of a history stay text") {
  HistoryChart chart = two_steps();
  chart.steps[0].caption = "<b>\"a\" & 'b'</b>";
  CHECK(of_class(draw(chart), "history-label")[0].text == chart.steps[0].caption);
}
