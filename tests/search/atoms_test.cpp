#include "search/atoms.h"

#include <unicode/translit.h>

#include <catch2/catch.hpp>
#include <memory>

#include "base/utf8.h"

using namespace armillary;

namespace {

// "word 字字 字": joined characters without a space between them.
std::string cut(std::string_view text) {
  static const HanForms kForms;
  AtomList atoms;
  split_atoms(text, kForms, atoms);
  std::string out;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    if (i > 0 && !atoms.atoms[i].is_joined) out += ' ';
    out += atoms.at(i);
  }
  return out;
}

}  // namespace

TEST_CASE("words are folded to small letters without accents") {
  CHECK(cut("The São Tomé RÉSUMÉ") == "the sao tome resume");
  CHECK(cut("Łódź, Smørrebrød, Straße") == "lodz smorrebrod strasse");
  CHECK(cut("ΛΌΓΟΣ") == cut("λόγος"));
  CHECK(cut("مُحَمَّد") == cut("محمد"));
}

TEST_CASE("full-width forms are found by half-width ones") {
  CHECK(cut("ＡＩ２０２４　ｶﾞ") == cut("AI2024 ガ"));
  CHECK(cut("（２０２４）１６８９") == "2024 1689");
}

TEST_CASE("characters of unspaced scripts are atoms, joined where they stand together") {
  CHECK(cut("欧盟《人工智能》法") == "欧盟 人工智能 法");
  CHECK(cut("AI治理2023年") == "ai 治理 2023 年");
  CHECK(cut("서울 선언") == "서울 선언");
}

TEST_CASE("traditional characters are the same as simplified ones") { CHECK(cut("全球治理倡議") == "全球治理倡议"); }

TEST_CASE("numbers are cut at their signs") {
  CHECK(cut("A/RES/78/265 (EU) 2024/1689") == "a res 78 265 eu 2024 1689");
}

TEST_CASE("a word is cut after its longest length in characters") {
  CHECK(cut(std::string(40, 'a')) == std::string(kLongestWord, 'a'));
  std::string long_word;
  for (int i = 0; i < 40; ++i) long_word += "é";
  CHECK(cut(long_word).size() == kLongestWord);
}

TEST_CASE("malformed bytes part words and stop nothing") {
  CHECK(cut("a\xff"
            "b") == "a b");
}

TEST_CASE("the table of simplified forms is what ICU makes of each character") {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> simplify(
      icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
  REQUIRE(U_SUCCESS(status));
  icu::UnicodeString all;
  for (UChar32 c = 0x4E00; c <= 0x9FFF; ++c) all.append(c);
  icu::UnicodeString expected;
  for (int32_t i = 0; i < all.length(); ++i) {
    icu::UnicodeString one(all.charAt(i));
    simplify->transliterate(one);
    expected.append(one.length() == 1 && one.charAt(0) >= 0x4E00 && one.charAt(0) <= 0x9FFF ? one.charAt(0)
                                                                                            : all.charAt(i));
  }
  const HanForms forms;
  int different = 0;
  for (int32_t i = 0; i < all.length(); ++i) {
    if (forms.simplified(all.charAt(i)) != expected.charAt(i)) ++different;
  }
  CHECK(different == 0);
  CHECK(forms.simplified(U'a') == U'a');
}
