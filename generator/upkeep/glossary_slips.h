// Words that the site's glossary says to avoid.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/corpus.h"

namespace armillary {

struct Slip {
  std::string avoided;    // as the glossary writes it
  std::string preferred;  // the term's label
};

// The words under `avoid` in the vocabulary that the site file names as its glossary.
class Glossary {
 public:
  explicit Glossary(const Corpus& corpus);

  // Each word once. What stands in quotation or title marks is another's words, and what stands in an address or is a
  // record's id is nobody's: neither counts. A word that begins and ends with Latin letters is found as a whole word
  // and without regard to case.
  std::vector<Slip> find_slips(LanguageIndex language, std::string_view text) const;

 private:
  struct Entry {
    std::string word;  // in lower case
    Slip slip;
  };
  std::vector<std::vector<Entry>> entries_;  // [language]
};

}  // namespace armillary
