#include "base/address_part.h"

#include <catch2/catch.hpp>

using armillary::folded_address_part;
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
  for (const char* text : {"A", "a/b", "a.b", "a b", "a_b", "a~b", "é", "茶"}) {
    INFO(text);
    CHECK_FALSE(is_address_part(text));
  }
}

TEST_CASE("what was meant for an address part has small letters and hyphens") {
  CHECK(folded_address_part("Paris_Statement  2025") == "paris-statement-2025");
  CHECK(folded_address_part("_a_-") == "a");
  CHECK(folded_address_part("茶") == "茶");
}
