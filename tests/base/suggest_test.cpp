#include "base/suggest.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.h"

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

TEST_CASE("words are compared in the fast way as they are in the plain one") {
  const std::u32string letters = U"ab中é";
  std::uint32_t state = 1;
  const auto next = [&](std::size_t below) {
    state = state * 1664525 + 1013904223;
    return (state >> 16) % below;
  };
  const auto word_of = [&](std::size_t length) {
    std::string word;
    for (std::size_t i = 0; i < length; ++i) append_code_point(word, letters[next(letters.size())]);
    return word;
  };
  for (int i = 0; i < 3000; ++i) {
    const std::size_t length = 1 + next(i % 10 == 0 ? 80 : 12);
    const std::string word = word_of(length);
    const std::string other = word_of(1 + next(length + 4));
    const bool is_near = edit_distance(word, other) <= std::max<std::size_t>(1, length / 3);
    INFO(word << " and " << other);
    CHECK(nearest(word, {other}).empty() != is_near);
  }
}

TEST_CASE("after many comparisons nothing is suggested any more") {
  Suggester names({"aaaa", "bbbb", "cccc"}, 7);
  CHECK(names.did_you_mean("aaax") == "; did you mean 'aaaa'?");
  CHECK(names.did_you_mean("bbbx") == "; did you mean 'bbbb'?");
  CHECK(names.did_you_mean("aaax") == "");
  CHECK(names.did_you_mean("aaax") == "");
}
