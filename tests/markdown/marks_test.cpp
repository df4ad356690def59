#include "markdown/marks.h"

#include <catch2/catch.hpp>

using namespace armillary::markdown;

TEST_CASE("marks are known from other characters, private-use ones too") {
  CHECK(mark_at("\uE000", 0)->code_point == kEmphasisMark);
  CHECK(mark_at("a\uE003", 1)->length == 3);
  CHECK(mark_at("\U000F0005x", 0)->number() == 5);
  CHECK_FALSE(mark_at("\uE006", 0));
  CHECK_FALSE(mark_at("\U000FFFFE", 0));
  CHECK_FALSE(mark_at("文", 0));
  CHECK_FALSE(mark_at("", 0));
}

TEST_CASE("the next mark is found behind text of the same lead bytes") {
  CHECK(MarkFinder("\uE100\U000E0100\uE001").find(0) == 7);
  CHECK(MarkFinder("\uE001\uE001").find(1) == 3);
  CHECK(MarkFinder("文字").find(0) == std::string_view::npos);
}

TEST_CASE("a comma beside some marks is part of them") {
  CHECK(mark_at("\uE004,_", 0)->length == 4);
  CHECK(mark_at(",\uE005*", 0)->length == 4);
  CHECK_FALSE(mark_at("\uE005", 0));
  CHECK_FALSE(mark_at(",\uE000", 0));
  CHECK(without_marks("a,\uE005*\uE004,_,\uE000,") == "a*_,,");
}

TEST_CASE("a text without its marks is the text") {
  CHECK(without_marks("\uE000a\uE002\U000F0000\uE001文\U000FFFFD") == "a文");
  CHECK(without_marks("\uE100文") == "\uE100文");
  CHECK(without_marks("").empty());
}
