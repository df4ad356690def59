#include "charts/strip_chart.h"

#include <catch2/catch.hpp>

#include "charts/svg_reading.h"

using namespace armillary;

TEST_CASE("a strip places its marks on the scale that it is given") {
  const XmlElement root = XmlReader(charts::draw_strip({{0, 0}, {50, 100}, {200, 300}}, {0, 100})).read();
  REQUIRE(root.children.size() == 4);  // the line first
  CHECK(root.children[1].attributes.at("x1") == "3.0%");
  CHECK(root.children[2].attributes.at("x1") == "50.0%");
  CHECK(root.children[2].attributes.at("x2") == "97.00%");
  CHECK(root.children[3].attributes.at("x1") == "97.0%");  // beyond the scale: at its end
}

TEST_CASE("a mark of one day has a length, so that its round ends are drawn") {
  const XmlElement root = XmlReader(charts::draw_strip({{50, 50}}, {0, 100})).read();
  CHECK(root.children[1].attributes.at("x1") == "50.0%");
  CHECK(root.children[1].attributes.at("x2") == "50.01%");
}
