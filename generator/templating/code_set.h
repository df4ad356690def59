// All templates that know each other. Internal to the room.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "templating/code.h"

namespace armillary::templating {

// All templates of a set, and the names that occur in them.
class CodeSet {
 public:
  code::Template& add(std::string name, SourceFile file);
  const code::Template* find(std::string_view name) const;
  std::vector<std::string_view> template_names() const;
  code::Symbol symbol(const std::string& name);
  const std::string& name_of(code::Symbol symbol) const { return symbol_names_[symbol]; }
  const std::vector<std::unique_ptr<code::Template>>& templates() const { return templates_; }

 private:
  std::vector<std::unique_ptr<code::Template>> templates_;
  std::unordered_map<std::string_view, const code::Template*> by_name_;
  std::vector<std::string> symbol_names_;
  std::unordered_map<std::string, code::Symbol> symbols_;
};

}  // namespace armillary::templating
