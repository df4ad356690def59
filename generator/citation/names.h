// Names as the styles write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citation/work.h"

namespace armillary::citation {

// GB/T 7714: family name first, given names as initials without full stops; a name in Han characters in one piece. Up
// to three names, then the word for "and others" in the language of the work.
//   2015 (8.1.1): family names in capitals, no hyphen between initials: GODARD J L
//   2025 (7.2):   neither of the two; given names in pinyin in full: Godard J-L, Zeng Yi
enum class GbEdition : std::uint8_t { of_2015, of_2025 };
std::string gb_name(const Name& name, GbEdition edition);
std::string gb_names(const std::vector<Name>& names, GbEdition edition, bool in_chinese);

// APA 7 (9.8): `Family, G. G., & Family, G.`; of more than twenty the first nineteen, an ellipsis and the last.
std::string apa_author(const Name& name);
std::string apa_authors(const std::vector<Name>& names);

// As they stand inside a reference: `G. Family & G. G. Family`.
std::string apa_contributors(const std::vector<Name>& names);

}  // namespace armillary::citation
