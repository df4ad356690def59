#include "link/site.h"

#include <algorithm>

namespace armillary {

const DerivedState* Site::find_state(RecordIndex record, std::string_view field) const {
  const std::vector<DerivedState>& states = links[record].states;
  const auto found =
      std::find_if(states.begin(), states.end(), [&](const auto& s) { return s.field->name.value == field; });
  return found == states.end() ? nullptr : &*found;
}

bool title_comes_before(const Site& site, LanguageIndex language, RecordIndex a, RecordIndex b) {
  const std::vector<std::uint32_t>& rank = site.title_rank[language];
  return rank[a] != rank[b] ? rank[a] < rank[b] : a < b;
}

bool comes_before(const Site& site, LanguageIndex language, const std::optional<PartialDate>& date_a, RecordIndex a,
                  const std::optional<PartialDate>& date_b, RecordIndex b) {
  if (date_a.has_value() != date_b.has_value()) return date_a.has_value();
  if (date_a && *date_a != *date_b) return *date_a < *date_b;
  return title_comes_before(site, language, a, b);
}

}  // namespace armillary
