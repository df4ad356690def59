#include "base/utf8.h"

#include <unicode/normalizer2.h>

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

using namespace armillary;

namespace {

std::u32string forwards(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

const icu::Normalizer2& nfc_of_icu() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  REQUIRE(U_SUCCESS(status));
  return *nfc;
}

// All characters of the first two planes, in order.
template <typename Check>
void for_each_character(Check check) {
  for (char32_t c = 1; c < 0x20000; ++c) {
    if (c < 0xD800 || c > 0xDFFF) check(c);
  }
}

}  // namespace

TEST_CASE("code points are read one after the other") {
  CHECK(forwards("aé中😀") == U"aé中😀");
  CHECK(forwards("").empty());
}

TEST_CASE("malformed bytes are read as replacement characters") {
  CHECK(forwards("a\xFF"
                 "b") == U"a\uFFFDb");
  CHECK(forwards("\xE4\xB8") == U"\uFFFD");                            // 中 cut off
  CHECK(forwards("\xC0\xAF") == U"\uFFFD\uFFFD");                      // an overlong slash
  CHECK(forwards("\xED\xA0\x80") == U"\uFFFD\uFFFD\uFFFD");            // a surrogate
  CHECK(forwards("\xF4\x90\x80\x80") == U"\uFFFD\uFFFD\uFFFD\uFFFD");  // above U+10FFFF
}

TEST_CASE("the neighbours of an offset are read") {
  const std::string text = "中a😀";
  CHECK(code_point_before(text, 0) == 0);
  CHECK(code_point_before(text, 3) == U'中');
  CHECK(code_point_before(text, 4) == U'a');
  CHECK(code_point_before(text, 8) == U'😀');
  CHECK(code_point_at(text, 4) == U'😀');
  CHECK(code_point_at(text, 8) == 0);
}

TEST_CASE("what is appended is read back") {
  std::string text;
  for (const char32_t c : U"aé中😀\U0010FFFF") append_code_point(text, c);
  CHECK(forwards(text) == std::u32string(U"aé中😀\U0010FFFF\0", 6));
}

TEST_CASE("what is no character is appended as the replacement character") {
  std::string text;
  append_code_point(text, 0xD800);
  append_code_point(text, 0x110000);
  CHECK(text == "\uFFFD\uFFFD");
}

TEST_CASE("code points are counted") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("中文ab") == 4);
  CHECK(count_code_points("e\u0301") == 2);
  CHECK(count_code_points("\xFF\xFF") == 2);
}

TEST_CASE("the first malformed byte is found") {
  CHECK_FALSE(find_malformed_utf8("").has_value());
  CHECK_FALSE(find_malformed_utf8("中文😀\uFFFD").has_value());
  CHECK(find_malformed_utf8("中\xFF") == std::size_t{3});
  CHECK(find_malformed_utf8("\x80") == std::size_t{0});
  CHECK(find_malformed_utf8("a\xE4\xB8") == std::size_t{1});
  CHECK(find_malformed_utf8("ab\xED\xA0\x80") == std::size_t{2});
}

TEST_CASE("Chinese takes two columns, marks none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("中文") == 4);
  CHECK(display_width("，。Ａ") == 6);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("a\u200Bb") == 2);
  CHECK(display_width("한국") == 4);
  CHECK(display_width("ｱ") == 1);
  CHECK(display_width("—“”") == 3);
  CHECK(display_width("1\u20E3") == 1);  // a key around a digit
}

TEST_CASE("East Asian characters are told from others") {
  for (const char32_t c : U"中々〇。，：「ァひ한ＡＺ１ｱ㈠") {
    if (c == 0) continue;
    INFO(static_cast<unsigned>(c));
    CHECK(is_cjk(c));
  }
  for (const char32_t c : {U'a', U'é', U'“', U'—', U'·', U'😀', U'ا', U' ', U'1'}) {
    INFO(static_cast<unsigned>(c));
    CHECK_FALSE(is_cjk(c));
  }
}

TEST_CASE("Korean parts its words with spaces, Chinese and Japanese do not") {
  CHECK(joins_without_space(U'中'));
  CHECK(joins_without_space(U'ひ'));
  CHECK(joins_without_space(U'，'));
  CHECK_FALSE(joins_without_space(U'한'));
  for (const char32_t c : {0x1100, 0x3131, 0xA960, 0xFFA1}) {  // parts of syllables, old and half-width ones
    INFO(static_cast<unsigned>(c));
    CHECK(is_cjk(c));
    CHECK_FALSE(joins_without_space(c));
  }
  CHECK(joins_without_space(U'￦'));
  CHECK_FALSE(joins_without_space(U'a'));
}

TEST_CASE("punctuation is ASCII's and Unicode's category P") {
  for (const char32_t c : {U'!', U'$', U'+', U'<', U'^', U'`', U'~', U'。', U'“', U'—', U'·', U'（'}) {
    INFO(static_cast<unsigned>(c));
    CHECK(is_punctuation(c));
  }
  for (const char32_t c : {U' ', U'\n', U'a', U'1', U'中', U'€', U'＋', char32_t{0x7F}}) {
    INFO(static_cast<unsigned>(c));
    CHECK_FALSE(is_punctuation(c));
  }
}

TEST_CASE("white space is Unicode's") {
  for (const char32_t c : {U' ', U'\t', U'\n', U'\u00A0', U'\u3000', U'\u2028'}) CHECK(is_white_space(c));
  for (const char32_t c : {U'a', U'\u200B', U'中'}) CHECK_FALSE(is_white_space(c));
}

TEST_CASE("text is brought into normalisation form C") {
  CHECK(to_nfc("abc") == "abc");
  CHECK(to_nfc("e\u0301") == "é");
  CHECK(to_nfc("\u1112\u1161\u11AB") == "한");
  CHECK(to_nfc("中文（Ａ）") == "中文（Ａ）");
  CHECK(to_nfc("\u212B") == "Å");
}

TEST_CASE("whether a text is in normalisation form C is what ICU says, character by character") {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2& nfc = nfc_of_icu();
  std::size_t wrong = 0;
  for_each_character([&](char32_t c) {
    for (const char32_t next : {U'a', U'\u0301', U'\u0338', U'\u3099', U'\u1161', U'中'}) {
      std::string text = "words of ASCII, longer than what is looked at together: ";
      append_code_point(text, c);
      append_code_point(text, next);
      if (is_nfc(text) != (nfc.isNormalizedUTF8(text, status) != 0)) ++wrong;
    }
  });
  CHECK(wrong == 0);
}

TEST_CASE("inert characters are in normalisation form C and join nothing before them") {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2& nfc = nfc_of_icu();
  std::size_t inert = 0;
  for_each_character([&](char32_t c) {
    std::string text;
    append_code_point(text, c);
    if (!is_inert_in_nfc(text)) return;
    ++inert;
    INFO(std::hex << static_cast<unsigned>(c));
    CHECK(nfc.isNormalizedUTF8(text, status) != 0);
    CHECK(nfc.hasBoundaryBefore(static_cast<UChar32>(c)) != 0);
  });
  CHECK(inert > 20'000);  // ideographs, to begin with
  CHECK_FALSE(is_inert_in_nfc("e\u0301"));
}

TEST_CASE("reading backwards finds what reading forwards found") {
  std::mt19937 random(3);
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<std::size_t> length(1, 12);
  for (int round = 0; round < 5'000; ++round) {
    std::string text(length(random), ' ');
    for (char& c : text) c = static_cast<char>(byte(random));
    if (find_malformed_utf8(text)) {
      CHECK(forwards(text).find(U'\uFFFD') != std::u32string::npos);
      continue;
    }
    std::u32string backwards;
    for (std::size_t at = text.size(); at > 0;) {
      const char32_t c = code_point_before(text, at);
      backwards.insert(backwards.begin(), c);
      std::string one;
      append_code_point(one, c);
      at -= one.size();
    }
    CHECK(backwards == forwards(text));
  }
}

TEST_CASE("names that some disks take for one fold to one") {
  CHECK(folded_name("Dot.PNG") == folded_name("dot.png"));
  CHECK(folded_name("cafe\u0301") == folded_name("CAF\u00c9"));
  CHECK(folded_name("a") != folded_name("b"));
}
