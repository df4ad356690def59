#include "markdown/flanking.h"

#include <catch2/catch.hpp>

using namespace armillary::markdown;

namespace {

// What a run between two characters may do; U'\n' for a line's start or end.
Flanking between(char32_t before, char32_t after) { return flanking(neighbour_of(before), neighbour_of(after)); }
Side hidden_between(char32_t before, char32_t after) { return hidden_side(neighbour_of(before), neighbour_of(after)); }

}  // namespace

TEST_CASE("a run among letters may open and close") {
  CHECK((between(U'a', U'b').left && between(U'a', U'b').right));
  CHECK((between(U'文', U'字').left && between(U'文', U'字').right));
}

TEST_CASE("beside white space a run opens or closes towards the other side only") {
  CHECK((between(U'\n', U'a').left && !between(U'\n', U'a').right));
  CHECK((!between(U'a', U' ').left && between(U'a', U' ').right));
  CHECK((!between(U'。', U'\u3000').left && between(U'。', U'\u3000').right));
  CHECK((!between(U' ', U' ').left && !between(U' ', U' ').right));
}

TEST_CASE("between punctuation and a letter a run faces one way, beside CJK both") {
  CHECK((!between(U'.', U'b').right && between(U'.', U'b').left));
  CHECK((between(U'a', U'(').right && !between(U'a', U'(').left));
  CHECK((between(U'：', U'文').right && between(U'：', U'文').left));
  CHECK((between(U'文', U'(').right && between(U'文', U'(').left));
  CHECK((between(U'：', U'b').right && between(U'：', U'b').left));
  CHECK((between(U'.', U'글').right && between(U'.', U'글').left));
}

TEST_CASE("curly quotes are punctuation but not CJK, emoji are neither") {
  CHECK_FALSE(between(U'”', U'b').right);
  CHECK(between(U'”', U'文').right);
  CHECK_FALSE(between(U')', U'😀').right);
}

TEST_CASE("punctuation is hidden from cmark exactly where the rules differ") {
  CHECK(hidden_between(U'：', U'文') == Side::before);
  CHECK(hidden_between(U'文', U'（') == Side::after);
  CHECK(hidden_between(U'：', U'b') == Side::before);
  CHECK(hidden_between(U'文', U'字') == Side::none);
  CHECK(hidden_between(U'）', U'（') == Side::none);
  CHECK(hidden_between(U'.', U'b') == Side::none);
  CHECK(hidden_between(U'：', U' ') == Side::none);
  CHECK(hidden_between(U'\n', U'（') == Side::none);
}
