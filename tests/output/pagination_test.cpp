// The parts of a long list that a page names.
#include <catch2/catch.hpp>
#include <string>

#include "output/list_pages.h"

using namespace armillary;

namespace {

// "1 … 4 [5] 6 … 9": what pagination_value says of a part of so many.
std::string named(std::size_t part, std::size_t parts) {
  PlannedPage page;
  page.part = part;
  page.parts = parts;
  const Value value = pagination_value(page, "en/teas/");
  CHECK(value.map().find("count")->integer() == static_cast<std::int64_t>(parts));
  std::string out;
  for (const Value& one : value.map().find("parts")->array()) {
    if (one.map().find("follows_gap")->boolean()) out += "… ";
    const std::string number = std::to_string(one.map().find("number")->integer());
    out += (one.map().find("is_current")->boolean() ? "[" + number + "]" : number) + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("output: a list of few parts names all of them") {
  CHECK(named(1, 2) == "[1] 2 ");
  CHECK(named(5, 9) == "1 2 3 4 [5] 6 7 8 9 ");
}

TEST_CASE("output: a list of many parts names the first, the last and those near this one") {
  CHECK(named(1, 10) == "[1] 2 3 … 10 ");
  CHECK(named(4, 10) == "1 2 3 [4] 5 6 … 10 ");
  CHECK(named(50, 1000) == "1 … 48 49 [50] 51 52 … 1000 ");
  CHECK(named(10, 10) == "1 … 8 9 [10] ");
}
