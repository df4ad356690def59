// Mappings of every size: a few entries, more than are searched in order, and enough for the index to grow.
#include "templating/value.h"

#include <catch2/catch.hpp>
#include <string>

using armillary::templating::Map;
using armillary::templating::Value;

TEST_CASE("a mapping of any size finds each key, keeps the order and misses what is not there") {
  for (const int size : {1, 8, 23, 24, 25, 32, 33, 200, 3000}) {
    Map map;
    for (int i = 0; i < size; ++i) map.set("key-" + std::to_string(i), i);
    REQUIRE(map.size() == static_cast<std::size_t>(size));
    for (int i = 0; i < size; ++i) {
      const Value* found = map.find("key-" + std::to_string(i));
      REQUIRE(found != nullptr);
      REQUIRE(found->integer() == i);
      REQUIRE(map.entries()[static_cast<std::size_t>(i)].first == "key-" + std::to_string(i));
    }
    REQUIRE(map.find("key") == nullptr);
    REQUIRE(map.find("") == nullptr);
    REQUIRE(map.find("key-" + std::to_string(size)) == nullptr);
  }
}

TEST_CASE("setting a key again replaces its value and leaves its place") {
  for (const int size : {3, 60}) {
    Map map;
    for (int i = 0; i < size; ++i) map.set(std::to_string(i), i);
    map.set("1", "new");
    CHECK(map.size() == static_cast<std::size_t>(size));
    CHECK(map.find("1")->text() == "new");
    CHECK(map.entries()[1].first == "1");
  }
}
