#include "schema/field.h"

#include <algorithm>
#include <array>

namespace armillary {
namespace {

struct NamedType {
  FieldType type;
  std::string_view name;
};

constexpr std::array kTypes = {
    NamedType{FieldType::text, "text"},     NamedType{FieldType::markdown, "markdown"},
    NamedType{FieldType::date, "date"},     NamedType{FieldType::number, "number"},
    NamedType{FieldType::url, "url"},       NamedType{FieldType::file, "file"},
    NamedType{FieldType::choice, "choice"}, NamedType{FieldType::boolean, "boolean"},
    NamedType{FieldType::ref, "ref"},       NamedType{FieldType::group, "group"},
};

const Field* find_named(const std::vector<Field>& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.name.value == name; });
  return found == fields.end() ? nullptr : &*found;
}

}  // namespace

std::string_view name_of(FieldType type) {
  const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](const NamedType& t) { return t.type == type; });
  return found->name;
}

std::optional<FieldType> field_type_named(std::string_view name) {
  const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](const NamedType& t) { return t.name == name; });
  return found == kTypes.end() ? std::nullopt : std::optional(found->type);
}

const Term* Field::find_term(std::string_view id) const {
  const auto found = std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.id == id; });
  return found == terms.end() ? nullptr : &*found;
}

std::vector<std::string_view> Field::term_ids() const {
  std::vector<std::string_view> out;
  for (const Term& term : terms) out.emplace_back(term.id);
  return out;
}

const Field* Field::find_field(std::string_view field_name) const { return find_named(fields, field_name); }

const Field* find_path(const std::vector<Field>& fields, std::string_view path) {
  const std::size_t dot = path.find('.');
  const Field* field = find_named(fields, path.substr(0, dot));
  if (field == nullptr || dot == std::string_view::npos) return field;
  return find_path(field->fields, path.substr(dot + 1));
}

}  // namespace armillary
