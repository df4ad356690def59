#include "charts/neighbourhood_chart.h"

#include <catch2/catch.hpp>

#include "charts/svg_reading.h"

using namespace armillary;
using charts::NeighbourGroup;
using charts::NeighbourhoodChart;

namespace {

NeighbourhoodChart chart_of(std::size_t left, std::size_t right) {
  NeighbourhoodChart chart;
  chart.title = {"The record itself", ""};
  const auto group = [](const std::string& label, std::size_t count) {
    NeighbourGroup out{{label, ""}, count, std::to_string(count), {}};
    for (std::size_t i = 0; i < count; ++i) out.shown.push_back({{label + std::to_string(i), ""}, "../x/"});
    return out;
  };
  if (left > 0) chart.incoming = {group("in", left)};
  if (right > 0) chart.outgoing = {group("out", right)};
  return chart;
}

XmlElement draw(const NeighbourhoodChart& chart) { return XmlReader(charts::draw_neighbourhood(chart)).read(); }

std::vector<XmlElement> links_in(const XmlElement& root) {
  std::vector<XmlElement> out;
  for (const XmlElement& element : root.children) {
    if (element.name == "a") out.push_back(element);
  }
  return out;
}

const XmlElement& child(const XmlElement& parent, const std::string& name) {
  for (const XmlElement& element : parent.children) {
    if (element.name == name) return element;
  }
  throw std::runtime_error("no " + name);
}

}  // namespace

TEST_CASE("what leads to a thing stands at its left, what it leads to at its right, all within the drawing") {
  const XmlElement root = draw(chart_of(3, 8));
  const XmlElement& centre = child(root, "rect");
  const auto links = links_in(root);
  REQUIRE(links.size() == 11);
  for (std::size_t i = 0; i < links.size(); ++i) {
    const XmlElement& dot = child(links[i], "circle");
    if (i < 3) CHECK(dot.number("cx") < centre.number("x"));
    if (i >= 3) CHECK(dot.number("cx") > centre.number("x") + centre.number("width"));
    CHECK(dot.number("cy") > 0);
    CHECK(dot.number("cy") < root.number("height"));
    CHECK(links[i].attributes.at("tabindex") == "-1");
  }
}

TEST_CASE("a side without neighbours takes no room") {
  CHECK(draw(chart_of(0, 3)).number("width") < draw(chart_of(1, 3)).number("width"));
  CHECK(child(draw(chart_of(0, 3)), "rect").number("x") < 20);
}

TEST_CASE("a long title is cut and whole in its tooltip") {
  NeighbourhoodChart chart = chart_of(1, 0);
  const std::string title = "A title that is much too long for the place that a neighbour of a record can have here";
  chart.incoming[0].shown[0].title = {title, "en"};
  const XmlElement link = links_in(draw(chart)).front();
  CHECK(child(link, "title").text == title);
  CHECK(child(link, "title").attributes.at("lang") == "en");
  const std::string shown = child(link, "text").text;
  CHECK(shown.size() < title.size());
  CHECK(shown.substr(shown.size() - 3) == "…");
}

TEST_CASE("the title in the middle is broken between words and between Han characters") {
  NeighbourhoodChart chart = chart_of(1, 1);
  const auto lines = [&](const std::string& title) {
    chart.title.text = title;
    std::vector<std::string> out;
    for (const XmlElement& element : draw(chart).children) {
      if (element.has_class("neighbour-self")) out.push_back(element.text);
    }
    return out;
  };
  CHECK(lines("Recommendation on the Ethics") == std::vector<std::string>{"Recommendation on the", "Ethics"});
  CHECK(lines("人工智能伦理问题建议书与其评估") == std::vector<std::string>{"人工智能伦理问题建议", "书与其评估"});
  CHECK(lines("").size() == 1);
}

TEST_CASE("a group says how many it has where not all are drawn") {
  NeighbourhoodChart chart = chart_of(2, 0);
  chart.incoming[0].total = 40;
  chart.incoming[0].total_text = "40";
  const XmlElement root = draw(chart);
  const XmlElement& label = child(root, "text");
  REQUIRE(label.children.size() == 1);
  CHECK(label.children[0].text == " 40");
  CHECK(child(draw(chart_of(2, 0)), "text").children.empty());
}
