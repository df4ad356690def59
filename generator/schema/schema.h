// All kinds of records that a site knows, checked and complete: nothing is left to inherit or look up.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "schema/citation_rule.h"
#include "schema/field.h"
#include "schema/linked_data.h"

namespace armillary {

struct Kind {
  std::string name;
  std::string folder;
  LocalizedText label_one;
  LocalizedText label_many;
  LocalizedText help;
  std::optional<CitationRule> citation;  // its records may be cited with [@id]; nothing: they may not
  std::vector<Field> fields;             // inherited ones first; `title` is among them
  std::optional<LinkedData> linked_data;
  std::vector<std::string> ancestors;  // names of the schema files that it extends

  const Field* find_field(std::string_view name) const;
  // As above, for a dotted path.
  const Field* find_path(std::string_view path) const { return armillary::find_path(fields, path); }
};

struct Schema {
  std::vector<Kind> kinds;  // by name

  const Kind* find_kind(std::string_view name) const;
  const Kind* find_folder(std::string_view folder) const;
  std::vector<std::string_view> kind_names() const;
};

}  // namespace armillary
