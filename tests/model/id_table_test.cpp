#include "model/id_table.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

using armillary::IdTable;

TEST_CASE("a table of any size finds each id and misses what is not there") {
  for (const std::size_t size : {0, 1, 2, 3, 64, 1000}) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < size; ++i) ids.push_back("record-" + std::to_string(i));
    const IdTable table(std::vector<std::string_view>(ids.begin(), ids.end()));
    for (std::size_t i = 0; i < size; ++i) REQUIRE(table.find(ids[i]) == i);
    for (const std::string& other : {std::string(), std::string("record"), "record-" + std::to_string(size)}) {
      REQUIRE_FALSE(table.find(other).has_value());
    }
  }
}

TEST_CASE("of two ids that are alike the first is found, and ids that continue each other are told apart") {
  const IdTable table({"tea", "te", "tea", "teapot"});
  CHECK(table.find("tea") == 0);
  CHECK(table.find("te") == 1);
  CHECK(table.find("teapot") == 3);
}

TEST_CASE("a table that holds its ids outlives them, and one that was never filled finds nothing") {
  IdTable table;
  CHECK_FALSE(table.find("tea").has_value());
  {
    const std::string id = "a long id, which stands in no string itself";
    table = IdTable({id});
  }
  CHECK(table.find("a long id, which stands in no string itself") == 0);
}
