// Phrases of another script in a page's text, such as a chapter's name in Chinese on a page in English: marked with
// their language, so that they are spoken, spaced and drawn as what they are.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"

namespace armillary {

// What is foreign to a page in one of the site's languages: the scripts of the other languages (ICU's likely subtags)
// that its own does not use. Latin is foreign to none, since names and abbreviations stand in it everywhere.
class ForeignScripts {
 public:
  // Nothing is foreign.
  ForeignScripts() = default;
  ForeignScripts(const Languages& languages, LanguageIndex page);

  // The HTML with each run of letters of a foreign script, and the punctuation that belongs to it, inside
  // <span lang dir>. Tags and what stands in an element that has a `lang` of its own stay as they are.
  std::string mark(std::string_view html) const;
  // Whether it holds none for sure.
  bool is_free_of_phrases(std::string_view html) const;
  void append_marked(std::string& out, std::string_view html) const;

 private:
  friend class PhraseMarker;
  const Language* language_of(char32_t letter) const;

  std::vector<std::pair<int, Language>> scripts_;  // ICU script code, the first language that uses it
};

}  // namespace armillary
