// How the records of a kind are cited: what works they are, and which of their fields hold what a reference needs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.h"
#include "citation/work.h"

namespace armillary {

struct CitationRule {
  std::optional<citation::WorkType> type;  // of all records, or of those without a term below
  Located<std::string> type_field;         // a choice that tells the type; empty: none
  std::vector<std::pair<Located<std::string>, citation::WorkType>> by_term;  // its terms
  std::vector<std::pair<std::string, Located<std::string>>> fields;  // part of the reference -> field, where named

  std::optional<citation::WorkType> type_of(std::string_view term) const;
  // The field that holds a part of the reference: the one named, else one of the part's own name.
  std::string_view field_for(std::string_view part) const;
};

// The parts of a reference that fields may hold, as they are written in a schema file.
std::vector<std::string_view> citation_parts();

}  // namespace armillary
