#include "schema/read_citation.h"

#include "base/suggest.h"
#include "schema/schema_messages.h"
#include "yaml/mapping_reader.h"

namespace armillary {
namespace {

std::optional<citation::WorkType> read_type(const ReadContext& context, const YamlNode& node) {
  const auto word = read_text(node, context.file, context.diagnostics);
  if (!word) return std::nullopt;
  const auto type = citation::work_type_named(word->value);
  if (!type) {
    context.diagnostics.report(kUnknownWorkType, context.file, word->span, word->value,
                               did_you_mean(word->value, citation::work_type_names()));
  }
  return type;
}

// {from: FIELD, map: {TERM: TYPE}, other: TYPE}
void read_type_by_choice(const ReadContext& context, const YamlNode& node, CitationRule& rule) {
  MappingReader keys(node, context.file, context.diagnostics);
  if (const YamlNode* from = keys.require("from")) {
    if (const auto field = read_text(*from, context.file, context.diagnostics)) rule.type_field = *field;
  }
  if (const YamlNode* map = keys.require("map")) {
    const MappingReader must_be_mapping(*map, context.file, context.diagnostics);
    for (const YamlEntry& entry : map->entries) {
      if (const auto type = read_type(context, entry.value)) rule.by_term.emplace_back(entry.key, *type);
    }
  }
  if (const YamlNode* other = keys.take("other")) rule.type = read_type(context, *other);
  keys.finish();
}

}  // namespace

std::optional<CitationRule> read_citation(const ReadContext& context, const YamlNode& node) {
  CitationRule rule;
  if (!node.is_mapping()) {
    const auto wanted = read_boolean(node, context.file, context.diagnostics);
    return wanted && wanted->value ? std::optional(std::move(rule)) : std::nullopt;
  }
  MappingReader keys(node, context.file, context.diagnostics);
  if (const YamlNode* type = keys.take("type")) {
    if (type->is_mapping()) {
      read_type_by_choice(context, *type, rule);
    } else {
      rule.type = read_type(context, *type);
    }
  }
  for (const std::string_view part : citation_parts()) {
    if (const auto field = keys.take_text(part)) rule.fields.emplace_back(part, *field);
  }
  keys.finish();
  return rule;
}

void check_citation(const Kind& kind, const SourceFile& file, Diagnostics& diagnostics) {
  const CitationRule& rule = *kind.citation;
  std::vector<std::string_view> known;
  for (const Field& field : kind.fields) known.emplace_back(field.name.value);
  for (const auto& [part, field] : rule.fields) {
    if (kind.find_field(field.value) != nullptr) continue;
    diagnostics.report(kUnknownCitedField, file, field.span, field.value, kind.name, did_you_mean(field.value, known));
  }
  if (rule.type_field.value.empty()) return;
  const Field* choice = kind.find_field(rule.type_field.value);
  if (choice == nullptr || choice->type != FieldType::choice) {
    diagnostics.report(kUnknownCitedField, file, rule.type_field.span, rule.type_field.value, kind.name,
                       did_you_mean(rule.type_field.value, known));
    return;
  }
  Suggester options(choice->term_ids());
  for (const auto& [term, type] : rule.by_term) {
    if (choice->find_term(term.value) != nullptr) continue;
    diagnostics.report(kUnknownCitedTerm, file, term.span, term.value, choice->name.value,
                       options.did_you_mean(term.value));
  }
}

}  // namespace armillary
