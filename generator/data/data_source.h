// What open data is made from.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "data/releases.h"
#include "link/site.h"
#include "view/words.h"

namespace armillary {

// Refers to the site and the words, which must outlive it.
struct DataSource {
  DataSource(const Site& the_site, std::string address, const std::vector<Words>& the_words,
             std::vector<Release> the_releases = {});

  const Site& site;
  std::string base_url;                                 // with a slash at the end
  const std::vector<Words>& words;                      // one a language
  std::unordered_map<const Field*, std::string> paths;  // `parties.party`, of every field of the schema
  std::vector<Release> releases;                        // the newest first

  const Languages& languages() const { return site.file().languages; }

  // A word of the interface in all languages.
  LocalizedText word(std::string_view key) const;

  // The whole address of a record's page.
  std::string page_of(LanguageIndex language, const Record& record) const;
};

// For forms that have one text only: the texts of all languages, each once, parted by " / ".
std::string in_all_languages(const LocalizedText& text, const Languages& languages);

}  // namespace armillary
