#include "base/pinyin.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "base/pinyin_syllables.h"

namespace armillary {
namespace {

constexpr std::size_t kLongestSyllable = 6;  // zhuang

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// The key without its tones, ü as v.
std::string without_tones(std::string_view key) {
  constexpr UChar32 kDiaeresis = 0x0308;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status) != 0) return std::string(key);
  const auto text = icu::UnicodeString::fromUTF8({key.data(), static_cast<int32_t>(key.size())});
  const icu::UnicodeString parts = decompose->normalize(text, status);
  icu::UnicodeString kept;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    const UChar32 before = kept.length() == 0 ? 0 : kept.char32At(kept.length() - 1);
    if (c == kDiaeresis && (before == 'u' || before == 'U')) {
      kept.replace(kept.length() - 1, 1, before == 'u' ? icu::UnicodeString("v") : icu::UnicodeString("V"));
    } else if (u_charType(c) != U_NON_SPACING_MARK) {
      kept.append(c);
    }
  }
  std::string out;
  kept.toUTF8String(out);
  return out;
}

const PinyinSyllable* find_syllable(std::string_view letters) {
  const auto before = [](const PinyinSyllable& syllable, std::string_view wanted) { return syllable.letters < wanted; };
  const auto* const found = std::lower_bound(kPinyinSyllables.begin(), kPinyinSyllables.end(), letters, before);
  return found != kPinyinSyllables.end() && found->letters == letters ? &*found : nullptr;
}

// The characters for a word of one or more syllables; nothing where it cannot be cut into syllables. The longest
// syllable is tried first, as in `xian`, which is one; two are written `xi an` or `xi'an`.
std::optional<std::string> characters_for(std::string_view word) {
  if (word.empty()) return std::string();
  for (std::size_t length = std::min(kLongestSyllable, word.size()); length > 0; --length) {
    const PinyinSyllable* syllable = find_syllable(word.substr(0, length));
    if (syllable == nullptr) continue;
    if (const auto rest = characters_for(word.substr(length))) return std::string(syllable->first_character) + *rest;
  }
  return std::nullopt;
}

std::string word_in_place(std::string_view word) {
  constexpr std::size_t kLongestWord = 40;  // longer ones are no pinyin, and could be cut in too many ways
  const bool is_acronym = word.size() > 1 && std::all_of(word.begin(), word.end(), is_capital);
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return is_capital(c) ? static_cast<char>(c + ('a' - 'A')) : c; });
  const auto characters = is_acronym || word.size() > kLongestWord ? std::nullopt : characters_for(lower);
  return characters ? *characters : std::string(word);
}

}  // namespace

std::string han_for_pinyin(std::string_view key) {
  const std::string text = without_tones(key);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end > at) {
      out += word_in_place(std::string_view(text).substr(at, end - at));
      at = end;
    } else {
      const bool parts_syllables = text[at] == ' ' || text[at] == '\'' || text[at] == '-';
      if (!parts_syllables) out += text[at];
      ++at;
    }
  }
  return out;
}

}  // namespace armillary
