#include "search/han_sounds.h"

#include <catch2/catch.hpp>

using namespace armillary;

TEST_CASE("characters have the sounds of their pinyin, without tones") {
  const HanSounds sounds({U'全', U'球', U'治', U'理', U'女', U'绿', U'安'});
  CHECK(sounds.of(U'全') == "quan");
  CHECK(sounds.of(U'球') == "qiu");
  CHECK(sounds.of(U'治') == "zhi");
  CHECK(sounds.of(U'理') == "li");
  CHECK(sounds.of(U'女') == "nu");
  CHECK(sounds.of(U'绿') == "lu");
  CHECK(sounds.of(U'安') == "an");
}

TEST_CASE("other characters have no sound") {
  const HanSounds sounds({U'a', U'ガ', U'한'});
  CHECK(sounds.of(U'a').empty());
  CHECK(sounds.of(U'ガ').empty());
  CHECK(sounds.of(U'全').empty());
}
