#include "base/decimal.h"

#include <catch2/catch.hpp>
#include <string>

using namespace armillary;

TEST_CASE("a number keeps its value and how it was written") {
  const auto number = parse_decimal("-12.50");
  REQUIRE(number.has_value());
  CHECK(number->value == -12.5);
  CHECK(number->written == "-12.50");
  CHECK(number->fraction_digits() == 2);
  CHECK(parse_decimal("0")->fraction_digits() == 0);
  CHECK(parse_decimal("0.5")->value == 0.5);
  CHECK(parse_decimal(std::string(30, '9')).has_value());
}

TEST_CASE("what is no plain decimal number is refused") {
  for (const std::string& text :
       {std::string(), std::string("-"), std::string("."), std::string("1."), std::string(".5"), std::string("01"),
        std::string("-01"), std::string("1.5x"), std::string("1.5.5"), std::string("1,5"), std::string("+1"),
        std::string("1e3"), std::string(" 1"), std::string("１"), std::string(31, '9')}) {
    INFO(text);
    CHECK_FALSE(parse_decimal(text).has_value());
  }
}
