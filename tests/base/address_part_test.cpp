#include "base/address_part.h"

#include <catch2/catch.hpp>

using armillary::is_address_part;

TEST_CASE("an address part is made of small letters, digits and single hyphens inside") {
  CHECK(is_address_part("a"));
  CHECK(is_address_part("2023"));
  CHECK(is_address_part("paris-statement-2025"));
}

TEST_CASE("an address part is never empty, never begins or ends with a hyphen and never has two together") {
  CHECK_FALSE(is_address_part(""));
  CHECK_FALSE(is_address_part("-"));
  CHECK_FALSE(is_address_part("-a"));
  CHECK_FALSE(is_address_part("a-"));
  CHECK_FALSE(is_address_part("a--b"));
}

TEST_CASE("an address part has no capitals, no slashes, no dots, no spaces and no letters beyond ASCII") {
  for (const char* text : {"A", "a/b", "a.b", "a b", "a_b", "é", "茶"}) {
    INFO(text);
    CHECK_FALSE(is_address_part(text));
  }
}
