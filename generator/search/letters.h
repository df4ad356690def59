// All records by the first letter of their titles: what a reader without JavaScript searches in.
#pragma once

#include <string>
#include <vector>

#include "link/site.h"

namespace armillary {

struct LetterGroup {
  std::string letter;                // A to Z, a letter of another alphabet, or `#` for all else
  std::vector<RecordIndex> records;  // in the language's order of titles
};

// In the order of the letters, `#` last. A Han character stands under the first letter of its sound.
std::vector<LetterGroup> group_by_letter(const Site& site, LanguageIndex language);

}  // namespace armillary
