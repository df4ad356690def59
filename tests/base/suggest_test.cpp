#include "base/suggest.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace armillary;

TEST_CASE("edits are inserted, deleted, replaced and swapped characters") {
  CHECK(edit_distance("law", "law") == 0);
  CHECK(edit_distance("law", "laws") == 1);
  CHECK(edit_distance("law", "aw") == 1);
  CHECK(edit_distance("law", "lew") == 1);
  CHECK(edit_distance("untied", "united") == 1);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("characters of any script count once") {
  CHECK(edit_distance("宣言", "宣告") == 1);
  CHECK(edit_distance("中国", "国中") == 1);
}

TEST_CASE("case and the kind of separator do not count") {
  CHECK(edit_distance("NameZh", "namezh") == 0);
  CHECK(edit_distance("name_zh", "name-zh") == 0);
  CHECK(edit_distance("name zh", "name_zh") == 0);
}

TEST_CASE("the nearest names come first, then by name") {
  CHECK(nearest("lebel", {"level", "label", "labels", "kind"}) == std::vector<std::string>{"label", "level"});
  CHECK(nearest("declaraton", {"declaration", "declarations"}) ==
        std::vector<std::string>{"declaration", "declarations"});
}

TEST_CASE("no more than three names are given, or as many as asked for") {
  const std::vector<std::string_view> candidates{"aaaa", "aaab", "aaac", "aaad"};
  CHECK(nearest("aaax", candidates) == std::vector<std::string>{"aaaa", "aaab", "aaac"});
  CHECK(nearest("aaax", candidates, 1) == std::vector<std::string>{"aaaa"});
}

TEST_CASE("names further than a third of the word are not near") {
  CHECK(nearest("kind", {"find"}) == std::vector<std::string>{"find"});
  CHECK(nearest("kind", {"fond"}).empty());
  CHECK(nearest("united-kingdom", {"untied-kindom"}) == std::vector<std::string>{"untied-kindom"});
  CHECK(nearest("anything", {}).empty());
}

TEST_CASE("a name that occurs twice is given once") {
  CHECK(nearest("kin", {"kind", "kind"}) == std::vector<std::string>{"kind"});
}

TEST_CASE("suggestions are worded as the end of a message") {
  CHECK(did_you_mean("untied-kingdom", {"united-kingdom", "france"}) == "; did you mean 'united-kingdom'?");
  CHECK(did_you_mean("lebel", {"label", "level"}) == "; did you mean 'label' or 'level'?");
  CHECK(did_you_mean("aaax", {"aaaa", "aaab", "aaac"}) == "; did you mean 'aaaa', 'aaab' or 'aaac'?");
  CHECK(did_you_mean("france", {"china"}) == "");
}

TEST_CASE("a list of names is worded with commas and an and") {
  CHECK(list_of({}) == "");
  CHECK(list_of({"a"}) == "'a'");
  CHECK(list_of({"a", "b"}) == "'a' and 'b'");
  CHECK(list_of({"a", "b", "丙"}) == "'a', 'b' and '丙'");
}
