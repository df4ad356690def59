#include "base/pinyin.h"

#include <catch2/catch.hpp>
#include <string_view>
#include <vector>

#include "base/collate.h"
#include "base/pinyin_syllables.h"

using armillary::collation_ranks;
using armillary::han_for_pinyin;

namespace {

// Whether the texts stand in their order already.
bool in_order(const std::vector<std::string_view>& texts) {
  const auto ranks = collation_ranks("zh-Hans", texts);
  for (std::size_t i = 1; i < ranks.size(); ++i) {
    if (ranks[i - 1] >= ranks[i]) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("a name with a key in pinyin stands among names in Han characters") {
  const std::string chongqing = han_for_pinyin("chong qing");
  CHECK(in_order({"安徽", "成都", chongqing, "海牙", "上海"}));
}

TEST_CASE("every syllable stands behind the one before it in the alphabet") {
  std::vector<std::string_view> characters;
  for (const auto& syllable : armillary::kPinyinSyllables) {
    if (syllable.letters.find('v') == std::string_view::npos) characters.push_back(syllable.first_character);
  }
  CHECK(in_order(characters));
}

TEST_CASE("tones, capitals and spaces make no difference") {
  const std::string expected = han_for_pinyin("chong qing");
  CHECK(han_for_pinyin("Chóng Qìng") == expected);
  CHECK(han_for_pinyin("chongqing") == expected);
  CHECK(han_for_pinyin("chóng-qìng") == expected);
}

TEST_CASE("an apostrophe parts syllables that would be read as one") {
  CHECK(han_for_pinyin("xi'an") != han_for_pinyin("xian"));
  CHECK(han_for_pinyin("xi'an") == han_for_pinyin("xi an"));
}

TEST_CASE("ü may be written as v") {
  CHECK(han_for_pinyin("lǜ") == han_for_pinyin("lv"));
  CHECK(han_for_pinyin("lü") != han_for_pinyin("lu"));
}

TEST_CASE("what is no pinyin stays as it is") {
  CHECK(han_for_pinyin("重庆") == "重庆");
  CHECK(han_for_pinyin("OECD") == "OECD");
  CHECK(han_for_pinyin("Brexit") == "Brexit");
  CHECK(han_for_pinyin("AI 2") == "AI2");
  CHECK(han_for_pinyin("").empty());
  CHECK(han_for_pinyin("zzz") == "zzz");
  CHECK(han_for_pinyin("_a~") == "_" + han_for_pinyin("a") + "~");
  std::string long_word;  // could be cut into syllables in too many ways
  while (long_word.size() <= 40) long_word += "ma";
  CHECK(han_for_pinyin(long_word) == long_word);
}
