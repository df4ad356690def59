#include "templating/code_set.h"

namespace armillary::templating {

code::Template& CodeSet::add(std::string name, SourceFile file) {
  auto added = std::make_unique<code::Template>();
  added->name = std::move(name);
  added->file = std::move(file);
  templates_.push_back(std::move(added));
  code::Template& result = *templates_.back();
  by_name_.emplace(result.name, &result);
  return result;
}

const code::Template* CodeSet::find(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : found->second;
}

std::vector<std::string_view> CodeSet::template_names() const {
  std::vector<std::string_view> names;
  for (const auto& entry : templates_) names.push_back(entry->name);
  return names;
}

code::Symbol CodeSet::symbol(const std::string& name) {
  const auto [entry, is_new] = symbols_.emplace(name, static_cast<code::Symbol>(symbol_names_.size()));
  if (is_new) symbol_names_.push_back(name);
  return entry->second;
}

}  // namespace armillary::templating
