#include "schema/schema.h"

#include <algorithm>

namespace armillary {

bool Kind::is_a(std::string_view kind_or_ancestor) const {
  return name == kind_or_ancestor || std::find(ancestors.begin(), ancestors.end(), kind_or_ancestor) != ancestors.end();
}

const Field* Kind::find_field(std::string_view field_name) const {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name.value == field_name; });
  return found == fields.end() ? nullptr : &*found;
}

const Kind* Schema::find_kind(std::string_view name) const {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.name == name; });
  return found == kinds.end() ? nullptr : &*found;
}

const Kind* Schema::find_folder(std::string_view folder) const {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.folder == folder; });
  return found == kinds.end() ? nullptr : &*found;
}

std::vector<std::string_view> Schema::kind_names() const {
  std::vector<std::string_view> names;
  for (const Kind& kind : kinds) names.push_back(kind.name);
  return names;
}

}  // namespace armillary
