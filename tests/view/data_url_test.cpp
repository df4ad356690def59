#include "view/data_url.h"

#include <catch2/catch.hpp>

namespace armillary {

TEST_CASE("a file in an address keeps letters of all scripts and hides what an address cannot hold") {
  CHECK(data_url("text/plain", "a-1, 天: é") == "data:text/plain,a-1,%20天:%20é");
  CHECK(data_url("text/plain", "%#\r\n{\"<&\\") == "data:text/plain,%25%23%0D%0A%7B%22%3C%26%5C");
}

}  // namespace armillary
