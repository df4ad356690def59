#include "view/script_language.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace armillary {
namespace {

constexpr int32_t kMostScripts = 8;

// A script that stands for several: Japanese is Han, Hiragana and Katakana; simplified Chinese is Han.
bool language_uses(const Language& language, UScriptCode script) {
  std::array<UScriptCode, kMostScripts> scripts{};
  UErrorCode status = U_ZERO_ERROR;
  const std::string tag(language.tag);
  int32_t count = uscript_getCode(tag.c_str(), scripts.data(), kMostScripts, &status);
  if (U_FAILURE(status) || count == 0) {
    status = U_ZERO_ERROR;
    count = uscript_getCode(tag.substr(0, tag.find('-')).c_str(), scripts.data(), kMostScripts, &status);
  }
  if (U_FAILURE(status)) return true;
  const auto same = [&](UScriptCode own) {
    const bool is_chinese = own == USCRIPT_SIMPLIFIED_HAN || own == USCRIPT_TRADITIONAL_HAN;
    return own == script || (is_chinese && script == USCRIPT_HAN);
  };
  return std::any_of(scripts.begin(), scripts.begin() + count, same);
}

// The script of the first letter that belongs to one.
UScriptCode script_of(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(next_code_point(text, offset)), &status);
    if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != USCRIPT_LATIN) return script;
  }
  return USCRIPT_LATIN;
}

}  // namespace

std::optional<LanguageIndex> foreign_language_of(std::string_view text, const Languages& languages,
                                                 LanguageIndex page) {
  const UScriptCode script = script_of(text);
  if (script == USCRIPT_LATIN || language_uses(languages[page], script)) return std::nullopt;
  for (LanguageIndex i = 0; i < languages.size(); ++i) {
    if (i != page && language_uses(languages[i], script)) return i;
  }
  return std::nullopt;
}

}  // namespace armillary
