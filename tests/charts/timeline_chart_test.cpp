#include "charts/timeline_chart.h"

#include <catch2/catch.hpp>
#include <random>

#include "base/partial_date.h"
#include "charts/svg_reading.h"

using namespace armillary;
using charts::MarkShape;
using charts::TimelineChart;
using charts::TimelineMark;

namespace {

std::int32_t day(int year, int month = 1, int of_month = 1) { return DatePoint{year, month, of_month}.earliest_day(); }

TimelineMark point(std::int32_t at, std::size_t lane = 0) {
  return {lane, at, at, MarkShape::point, false, "../../zh/teas/a/", "A"};
}
TimelineMark bar(std::int32_t first, std::int32_t last, std::size_t lane = 0) {
  return {lane, first, last, MarkShape::bar, false, "../../zh/teas/a/", "A"};
}

TimelineChart chart_of(std::vector<TimelineMark> marks, std::vector<std::string> lanes = {"Teas"}) {
  TimelineChart chart;
  chart.lanes = std::move(lanes);
  chart.marks = std::move(marks);
  std::stable_sort(chart.marks.begin(), chart.marks.end(),
                   [](const TimelineMark& a, const TimelineMark& b) { return a.first_day < b.first_day; });
  chart.year_address = "../zh/years/{year}/";
  chart.year_title = "{year}: {n}";
  return chart;
}

DrawnChart draw(const TimelineChart& chart) { return read_chart(charts::draw_timeline(chart)); }

// The number at the end of a count's title, "2001: 14".
std::size_t count_in(const std::string& title) {
  return static_cast<std::size_t>(std::stoul(title.substr(title.find(": ") + 2)));
}

void check_within(const DrawnChart& drawn) {
  for (const DrawnMark& mark : drawn.marks) {
    CHECK(mark.left >= 0);
    CHECK(mark.right <= drawn.width);
    CHECK(mark.top >= 0);
    CHECK(mark.bottom <= drawn.height);
    CHECK(mark.right > mark.left);
  }
}

void check_no_overlap(const DrawnChart& drawn) {
  for (std::size_t i = 0; i < drawn.marks.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const DrawnMark& a = drawn.marks[i];
      const DrawnMark& b = drawn.marks[j];
      const bool same_height = a.top < b.bottom && b.top < a.bottom;
      if (!same_height) continue;
      INFO(a.left << "–" << a.right << " and " << b.left << "–" << b.right << " at height " << a.top);
      CHECK((a.right <= b.left || b.right <= a.left));
    }
  }
}

}  // namespace

TEST_CASE("every mark is a link with a title, left out of the tab order") {
  auto chart = chart_of({point(day(2020, 3, 4)), bar(day(2021), day(2021, 12, 31))});
  chart.marks[1].address = "../b/";
  chart.marks[1].title = "B · 2021";
  chart.marks[1].is_imprecise = true;
  const DrawnChart drawn = draw(chart);
  REQUIRE(drawn.marks.size() == 2);
  CHECK(drawn.marks[0].address == "../../zh/teas/a/");
  CHECK(drawn.marks[0].title == "A");
  CHECK_FALSE(drawn.marks[0].is_bar);
  CHECK(drawn.marks[0].css == "timeline-mark timeline-lane-1");
  CHECK(drawn.marks[1].address == "../b/");
  CHECK(drawn.marks[1].title == "B · 2021");
  CHECK(drawn.marks[1].is_bar);
  CHECK(drawn.marks[1].css == "timeline-mark timeline-lane-1 timeline-imprecise");
  for (const XmlElement& element : drawn.root.children) {
    if (element.name == "a") CHECK(element.attributes.at("tabindex") == "-1");
  }
  CHECK(drawn.root.attributes.at("aria-hidden") == "true");
}

TEST_CASE("the drawing's box is its width and height") {
  const DrawnChart drawn = draw(chart_of({point(day(2020))}));
  CHECK(drawn.root.attributes.at("viewBox") ==
        "0 0 " + drawn.root.attributes.at("width") + " " + drawn.root.attributes.at("height"));
}

TEST_CASE("a lane is named at its end too, for those who scroll") {
  const auto ends = [](const TimelineChart& chart, const std::string& wanted) {
    std::vector<std::string> out;
    for (const XmlElement& element : draw(chart).root.children) {
      const auto anchor = element.attributes.find("text-anchor");
      if (element.has_class(wanted) && anchor != element.attributes.end()) out.push_back(element.text);
    }
    return out;
  };
  const TimelineChart narrow = chart_of({point(day(2020)), point(day(2021))}, {"A"});
  CHECK(ends(narrow, "timeline-again") == std::vector<std::string>{"A"});  // on a telephone alone
  CHECK(ends(narrow, "timeline-label").empty());
  std::vector<TimelineMark> marks;
  for (int year = 1900; year < 2000; ++year) marks.push_back(point(day(year)));
  const TimelineChart wide = chart_of(marks, {"A"});
  CHECK(ends(wide, "timeline-again").empty());
  CHECK(ends(wide, "timeline-label") == std::vector<std::string>{"A"});
}

TEST_CASE("hostile titles, labels and addresses stay text") {
  const std::string evil = "</title><script>alert(1)</script>\"'&amp;<";
  auto chart = chart_of({point(day(2020))}, {evil});
  chart.marks[0].title = evil;
  chart.marks[0].address = "x\" onclick=\"alert(1)";
  chart.today = day(2020, 6, 1);
  chart.today_label = evil;
  const DrawnChart drawn = draw(chart);
  REQUIRE(drawn.marks.size() == 1);
  CHECK(drawn.marks[0].title == evil);
  CHECK(drawn.marks[0].address == "x\" onclick=\"alert(1)");
  CHECK(drawn.labels == std::vector<std::string>{evil});
  for (const XmlElement& element : drawn.root.children) CHECK(element.name != "script");
}

TEST_CASE("one mark has a drawing of a readable width") {
  const DrawnChart drawn = draw(chart_of({point(day(2020, 7, 1))}));
  CHECK(drawn.width >= 700);
  check_within(drawn);
  // Half of the year has gone by.
  CHECK((drawn.marks[0].left + drawn.marks[0].right) / 2 == Approx(drawn.width / 2).margin(8));
}

TEST_CASE("without marks there is nothing to draw") {
  CHECK(draw(chart_of({})).marks.empty());
  CHECK(draw(chart_of({})).years.empty());
  auto chart = chart_of({}, {});
  chart.today = day(2020);
  CHECK(draw(chart).marks.empty());
  CHECK(draw(chart).labels.empty());
}

TEST_CASE("marks stand in the order of their days") {
  std::vector<TimelineMark> marks;
  for (int month = 1; month <= 12; ++month) marks.push_back(point(day(2020, month)));
  marks.push_back(point(day(2023, 5, 5)));
  const DrawnChart drawn = draw(chart_of(marks));
  REQUIRE(drawn.marks.size() == 13);
  for (std::size_t i = 1; i < drawn.marks.size(); ++i) CHECK(drawn.marks[i].left > drawn.marks[i - 1].left);
}

TEST_CASE("a bar reaches from its first day to the end of its last") {
  const DrawnChart drawn = draw(chart_of({bar(day(2020), day(2020, 12, 31)), bar(day(2021), day(2022, 12, 31))}));
  REQUIRE(drawn.marks.size() == 2);
  CHECK(drawn.marks[0].right == Approx(drawn.marks[1].left).margin(0.2));
  check_within(drawn);
}

TEST_CASE("marks that would touch stand in rows of their own") {
  std::vector<TimelineMark> marks;
  for (int i = 0; i < 12; ++i) marks.push_back(point(day(2020, 3, 4)));
  for (int i = 0; i < 30; ++i) marks.push_back(point(day(2020, 5, 1) + i));
  marks.push_back(bar(day(2020), day(2021, 12, 31)));
  const DrawnChart drawn = draw(chart_of(marks));
  CHECK(drawn.marks.size() == 43);
  check_within(drawn);
  check_no_overlap(drawn);
}

TEST_CASE("lanes stand below each other and a lane without marks is left out") {
  const DrawnChart drawn =
      draw(chart_of({point(day(2020), 0), point(day(2020), 2), bar(day(2020), day(2020, 6, 1), 2)}, {"A", "B", "C"}));
  CHECK(drawn.labels == std::vector<std::string>{"A", "C"});
  check_no_overlap(drawn);
  CHECK(drawn.marks[0].css == "timeline-mark timeline-lane-1");
  CHECK(drawn.marks[1].css == "timeline-mark timeline-lane-3");
  CHECK(drawn.marks[1].top > drawn.marks[0].bottom);
}

TEST_CASE("marks at random stay within the drawing, in rows without overlap") {
  std::mt19937 random(20260101);
  std::uniform_int_distribution<int> some_day(day(1950), day(2030));
  std::uniform_int_distribution<int> some_length(0, 900);
  for (int round = 0; round < 20; ++round) {
    std::vector<TimelineMark> marks;
    for (int i = 0; i < 60; ++i) {
      const std::int32_t first = some_day(random);
      const std::size_t lane = static_cast<std::size_t>(i % 3);
      marks.push_back(i % 2 == 0 ? point(first, lane) : bar(first, first + some_length(random), lane));
    }
    const DrawnChart drawn = draw(chart_of(marks, {"A", "B", "C"}));
    CHECK(drawn.marks.size() == 60);
    check_within(drawn);
    check_no_overlap(drawn);
  }
}

TEST_CASE("a long run of years without marks takes little room") {
  const DrawnChart near = draw(chart_of({point(day(1990)), point(day(2010))}));
  const DrawnChart far = draw(chart_of({point(day(1)), point(day(2010))}));
  CHECK(far.width <= near.width + 60);
  check_within(far);
}

TEST_CASE("a long run of years that only a span covers takes little room") {
  const DrawnChart near = draw(chart_of({bar(day(2010), day(2014, 12, 31))}));
  const DrawnChart far = draw(chart_of({bar(day(1010), day(2014, 12, 31))}));
  CHECK(far.width <= near.width + 60);
  check_within(far);
  const DrawnChart farthest = draw(chart_of({bar(day(1), day(9999, 12, 31)), point(day(2000))}));
  CHECK(farthest.width <= 900);
  check_within(farthest);
}

TEST_CASE("a crowded year is wider than one with a single mark") {
  std::vector<TimelineMark> marks = {point(day(2018, 7, 1)), point(day(2019, 1, 1)), point(day(2020, 1, 1))};
  for (int i = 0; i < 25; ++i) marks.push_back(point(day(2019, 2, 1) + 10 * i));
  const DrawnChart drawn = draw(chart_of(marks));
  const auto of_year = [&](const char* year) {
    for (const auto& [text, x] : drawn.years) {
      if (text == year) return x;
    }
    throw std::runtime_error(std::string("no label of ") + year);
  };
  CHECK(of_year("2020") - of_year("2019") > 3 * (of_year("2019") - of_year("2018")));
}

TEST_CASE("labels of years do not run into each other") {
  std::vector<TimelineMark> marks;
  for (int year = 1900; year <= 1990; ++year) marks.push_back(point(day(year)));
  const DrawnChart drawn = draw(chart_of(marks));
  REQUIRE(drawn.years.size() > 10);
  for (std::size_t i = 1; i < drawn.years.size(); ++i) CHECK(drawn.years[i].second - drawn.years[i - 1].second >= 28);
}

TEST_CASE("today is drawn where it lies among the marks, and not before the first year") {
  const auto with_today = [](std::int32_t today) {
    auto chart = chart_of({point(day(2020)), point(day(2022, 12, 31))});
    chart.today = today;
    chart.today_label = "today";
    return draw(chart);
  };
  const DrawnChart within = with_today(day(2021, 7, 1));
  REQUIRE(within.today.size() == 1);
  CHECK(within.today[0] > within.marks[0].right);
  CHECK(within.today[0] < within.marks[1].left);
  const DrawnChart after = with_today(day(2023, 2, 1));
  REQUIRE(after.today.size() == 1);
  CHECK(after.today[0] > after.marks[1].left);
  CHECK(after.today[0] <= after.width);
  CHECK(with_today(day(1990)).today.empty());
  CHECK(with_today(day(2090)).today.empty());
}

TEST_CASE("beyond the most marks every year of a lane is a bar whose counts add up") {
  std::vector<TimelineMark> marks;
  std::size_t of_2000 = 0;
  for (std::size_t i = 0; i <= charts::kMaxMarks; ++i) {
    const int year = 1990 + static_cast<int>(i % 23);
    if (year == 2000 && i % 2 == 0) ++of_2000;
    marks.push_back(point(day(year, 1 + static_cast<int>(i % 12)), i % 2));
  }
  const DrawnChart drawn = draw(chart_of(marks, {"A", "B"}));
  std::size_t sum = 0;
  bool saw_2000 = false;
  for (const DrawnMark& mark : drawn.marks) {
    CHECK(mark.is_bar);
    sum += count_in(mark.title);
    CHECK(mark.number == std::to_string(count_in(mark.title)));
    const std::string year = mark.title.substr(0, 4);
    CHECK(mark.address == "../zh/years/" + year + "/");
    if (year == "2000" && mark.css.find("timeline-lane-1") != std::string::npos) {
      saw_2000 = true;
      CHECK(count_in(mark.title) == of_2000);
    }
  }
  CHECK(saw_2000);
  CHECK(sum == charts::kMaxMarks + 1);
  check_within(drawn);
  check_no_overlap(drawn);
}

TEST_CASE("bars that count are on one scale for all lanes") {
  TimelineChart chart = chart_of({point(day(2020), 0), point(day(2020, 2), 0), point(day(2020, 3), 0),
                                  point(day(2020, 4), 0), point(day(2021), 1), point(day(2021, 2), 1)},
                                 {"A", "B"});
  chart.most_marks = 5;
  const DrawnChart drawn = draw(chart);
  REQUIRE(drawn.marks.size() == 2);
  const double four = drawn.marks[0].bottom - drawn.marks[0].top;
  const double two = drawn.marks[1].bottom - drawn.marks[1].top;
  CHECK(four == Approx(2 * two));
  check_within(drawn);
  check_no_overlap(drawn);
}

TEST_CASE("as many marks as are allowed are drawn one by one") {
  std::vector<TimelineMark> marks;
  for (std::size_t i = 0; i < charts::kMaxMarks; ++i) marks.push_back(point(day(1990) + static_cast<int>(17 * i)));
  const DrawnChart drawn = draw(chart_of(marks));
  CHECK(drawn.marks.size() == charts::kMaxMarks);
  check_within(drawn);
  check_no_overlap(drawn);
}

TEST_CASE("more marks on one day than a lane has rows stay links within the drawing") {
  std::vector<TimelineMark> marks;
  for (int i = 0; i < 40; ++i) marks.push_back(point(day(2020, 3, 4)));
  const DrawnChart drawn = draw(chart_of(marks));
  CHECK(drawn.marks.size() == 40);
  check_within(drawn);
  CHECK(drawn.height < 400);
}

TEST_CASE("a year before 1000 has four digits in its address") {
  std::vector<TimelineMark> marks;
  for (std::size_t i = 0; i <= charts::kMaxMarks; ++i) marks.push_back(point(day(794)));
  const DrawnChart drawn = draw(chart_of(marks));
  REQUIRE(drawn.marks.size() == 1);
  CHECK(drawn.marks[0].address == "../zh/years/0794/");
}

TEST_CASE("what lies after today is drawn as yet to come, and today is named") {
  auto chart = chart_of({point(day(2020)), point(day(2021, 6, 1)), point(day(2021, 6, 2)), bar(day(2022), day(2023))});
  chart.today = day(2021, 6, 1);
  chart.today_word = "Now & here";
  const DrawnChart drawn = draw(chart);
  REQUIRE(drawn.marks.size() == 4);
  const auto is_future = [](const DrawnMark& mark) { return mark.css.find("timeline-future") != std::string::npos; };
  CHECK_FALSE(is_future(drawn.marks[0]));
  CHECK_FALSE(is_future(drawn.marks[1]));
  CHECK(is_future(drawn.marks[2]));
  CHECK(is_future(drawn.marks[3]));
  const auto words = std::count_if(drawn.root.children.begin(), drawn.root.children.end(), [](const XmlElement& one) {
    return one.has_class("timeline-today-word") && one.text == "Now & here";
  });
  CHECK(words == 1);
}

TEST_CASE("bars that count are equally wide in wide years: their height tells the number") {
  std::vector<TimelineMark> marks;
  for (int i = 0; i < 40; ++i) marks.push_back(point(day(2001) + i));
  for (int i = 0; i < 4; ++i) marks.push_back(point(day(2002) + i));
  TimelineChart chart = chart_of(std::move(marks));
  chart.most_marks = 10;
  const DrawnChart drawn = draw(chart);
  REQUIRE(drawn.marks.size() == 2);
  CHECK(drawn.marks[0].right - drawn.marks[0].left == Approx(drawn.marks[1].right - drawn.marks[1].left).margin(0.2));
  CHECK(drawn.marks[0].bottom - drawn.marks[0].top > 9 * (drawn.marks[1].bottom - drawn.marks[1].top));
}
