#include "base/json_string.h"

#include <catch2/catch.hpp>

using namespace armillary;

TEST_CASE("quotation marks, backslashes and control characters are escaped, other letters stand as they are") {
  std::string out;
  append_json_string(out, "say \"no\" \\ \n\t\r\x01 人工智能");
  CHECK(out == R"("say \"no\" \\ \n\t\u000d\u0001 人工智能")");
}
