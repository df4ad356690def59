// What can be wrong with the interface's words.
#pragma once

#include <array>

#include "base/diagnostic.h"

namespace armillary {

inline constexpr Message kNoStringsFile{
    Severity::warning, "missing-strings",
    "there is no strings/{}.yaml; the interface has English words in this language"};
inline constexpr Message kNoEnglishStrings{Severity::error, "missing-english-strings",
                                           "there is no strings/en.yaml; every other language falls back to it"};
inline constexpr Message kMissingWord{Severity::warning, "missing-word", "'{}' is missing; the English word is shown"};
inline constexpr Message kUnknownWord{Severity::error, "unknown-word", "no word '{}' in strings/en.yaml{}"};
inline constexpr Message kUnknownPluralForm{Severity::error, "unknown-plural-form",
                                            "'{}' is no plural category; they are zero, one, two, few, many and other"};

inline constexpr std::array kViewMessages = {&kNoStringsFile, &kNoEnglishStrings, &kMissingWord, &kUnknownWord,
                                             &kUnknownPluralForm};

}  // namespace armillary
