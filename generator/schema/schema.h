// All kinds of records that a site knows, checked and complete: nothing is left to inherit or look up.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

  bool is_a(std::string_view kind_or_ancestor) const;
  const Field* find_field(std::string_view name) const;
  // As above, for a dotted path.
  const Field* find_path(std::string_view path) const { return armillary::find_path(fields, path); }
};

// Kinds by name, immutable. Copies share them, so that what points to a kind or a field stays right in each copy.
class KindList {
 public:
  KindList() = default;
  explicit KindList(std::vector<Kind> kinds) : kinds_(std::make_shared<const std::vector<Kind>>(std::move(kinds))) {}

  auto begin() const { return kinds_->begin(); }
  auto end() const { return kinds_->end(); }
  bool empty() const { return kinds_->empty(); }
  std::size_t size() const { return kinds_->size(); }
  const Kind* data() const { return kinds_->data(); }
  const Kind& front() const { return kinds_->front(); }
  const Kind& operator[](std::size_t index) const { return (*kinds_)[index]; }

 private:
  std::shared_ptr<const std::vector<Kind>> kinds_ = std::make_shared<const std::vector<Kind>>();
};

struct Schema {
  KindList kinds;

  const Kind* find_kind(std::string_view name) const;
  const Kind* find_folder(std::string_view folder) const;
  std::vector<std::string_view> kind_names() const;
};

}  // namespace armillary
