#include "schema/citation_rule.h"

namespace armillary {

std::optional<citation::WorkType> CitationRule::type_of(std::string_view term) const {
  for (const auto& [name, work_type] : by_term) {
    if (name.value == term) return work_type;
  }
  return type;
}

std::string_view CitationRule::field_for(std::string_view part) const {
  for (const auto& [name, field] : fields) {
    if (name == part) return field.value;
  }
  return part;
}

std::vector<std::string_view> citation_parts() {
  return {"authors",   "editors", "translators", "date",     "original_title", "publisher",
          "container", "series",  "event",       "place",    "volume",         "issue",
          "pages",     "edition", "version",     "number",   "genre",          "isbn",
          "issn",      "doi",     "url",         "language", "accessed"};
}

}  // namespace armillary
