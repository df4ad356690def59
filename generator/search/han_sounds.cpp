#include "search/han_sounds.h"

#include <algorithm>
#include <string>

#include "base/collate.h"
#include "base/pinyin_syllables.h"
#include "base/utf8.h"

namespace armillary {
namespace {

bool is_han_with_order(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3007; }

std::string_view without_umlaut(std::string_view letters) {
  if (letters == "lv") return "lu";
  if (letters == "nv") return "nu";
  return letters == "lve" ? "lue" : letters == "nve" ? "nue" : letters;
}

}  // namespace

HanSounds::HanSounds(const std::vector<char32_t>& characters) {
  std::vector<char32_t> known;
  std::copy_if(characters.begin(), characters.end(), std::back_inserter(known), is_han_with_order);
  if (known.empty()) return;
  std::vector<std::string> texts(known.size());
  std::vector<std::string_view> all;
  all.reserve(kPinyinSyllables.size());
  for (const PinyinSyllable& syllable : kPinyinSyllables) all.push_back(syllable.first_character);
  for (std::size_t i = 0; i < known.size(); ++i) append_code_point(texts[i], known[i]);
  all.insert(all.end(), texts.begin(), texts.end());
  const std::vector<std::uint32_t> ranks = collation_ranks("zh", all);

  std::vector<std::pair<std::uint32_t, std::string_view>> starts;
  for (std::size_t i = 0; i < kPinyinSyllables.size(); ++i) starts.emplace_back(ranks[i], kPinyinSyllables[i].letters);
  std::sort(starts.begin(), starts.end());
  for (std::size_t i = 0; i < known.size(); ++i) {
    const std::uint32_t rank = ranks[kPinyinSyllables.size() + i];
    const auto after = std::upper_bound(starts.begin(), starts.end(), rank,
                                        [](std::uint32_t wanted, const auto& start) { return wanted < start.first; });
    if (after != starts.begin()) sounds_.emplace(known[i], without_umlaut(std::prev(after)->second));
  }
}

std::string_view HanSounds::of(char32_t character) const {
  const auto found = sounds_.find(character);
  return found == sounds_.end() ? std::string_view() : found->second;
}

}  // namespace armillary
