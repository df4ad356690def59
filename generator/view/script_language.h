// Which language a text without a language of its own is in, judged by its script.
#pragma once

#include <optional>
#include <string_view>

#include "base/language.h"

namespace armillary {

// The first of the site's languages that is written in the script of the text's letters, where the page's own
// language is not; nothing where the text fits the page's language, or none. The scripts of a language are those that
// ICU's likely subtags give.
std::optional<LanguageIndex> foreign_language_of(std::string_view text, const Languages& languages, LanguageIndex page);

}  // namespace armillary
