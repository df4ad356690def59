// The words of the interface: templates/strings/LANG.yaml, one flat mapping. A word that counts is written
// as {one: …, other: …} with the plural categories of CLDR, `{n}` where the number goes.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/language.h"

namespace armillary {

// By plural category; a plain word stands under "other".
using WordForms = std::map<std::string, std::string, std::less<>>;

struct Words {
  std::map<std::string, WordForms, std::less<>> forms;
  // The keys of those that are English for want of the language's own.
  std::set<std::string, std::less<>> stand_ins = {};

  // The plain word; the key itself where there is none (the check of the strings files reports that).
  std::string_view plain(std::string_view key) const;
};

// The words of every language of the site. A language without a file has the English words, with one warning; a
// word that its file lacks is English, with a warning. `files` are the strings files, named LANG.yaml; en.yaml
// must be among them.
std::vector<Words> read_words(const std::vector<SourceFile>& files, const Languages& languages,
                              Diagnostics& diagnostics);

// Replaces each `{name}` by its value.
std::string fill(std::string_view pattern, const std::vector<std::pair<std::string_view, std::string_view>>& values);

}  // namespace armillary
