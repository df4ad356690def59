#include "schema/read_field.h"

#include <algorithm>
#include <initializer_list>

#include "base/address_part.h"
#include "base/decimal.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "schema/schema_messages.h"
#include "yaml/mapping_reader.h"

namespace armillary {
namespace {

constexpr std::string_view kFieldTypes =
    "; the types are 'text', 'markdown', 'date', 'number', 'url', 'file', 'choice', 'boolean', 'ref' and 'group'";

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Else the value would choose the scheme.
bool is_link(std::string_view address) {
  return address.starts_with("https://") || address.starts_with("http://") || address.starts_with("mailto:");
}

bool is_field_name(std::string_view name) {
  const auto allowed = [](char c) { return is_lower(c) || is_digit(c) || c == '_'; };
  return !name.empty() && is_lower(name.front()) && std::all_of(name.begin(), name.end(), allowed);
}

// Reads the keys of one field's mapping into a Field.
class FieldReader {
 public:
  FieldReader(const ReadContext& context, const YamlNode& node, const Vocabularies& vocabularies)
      : context_(context), keys_(node, context.file, context.diagnostics), vocabularies_(vocabularies) {}

  Field read(const Located<std::string>& name, bool in_group);

 private:
  void read_type();
  void read_flags();
  void read_labels();
  void read_choice();
  void read_number();
  void read_text_rules(bool in_group);
  void read_reference();
  void read_group();
  void read_derivation();

  // Takes a key that only some types have; reports it on any other and then gives null.
  const YamlNode* take_for(std::string_view key, std::initializer_list<FieldType> types);
  bool take_flag(std::string_view key, std::initializer_list<FieldType> types);
  std::optional<double> take_bound(std::string_view key);

  const ReadContext& context_;
  MappingReader keys_;
  const Vocabularies& vocabularies_;
  Field field_;
};

Field FieldReader::read(const Located<std::string>& name, bool in_group) {
  field_.name = name;
  if (!is_field_name(name.value)) context_.diagnostics.report(kBadFieldName, context_.file, name.span, name.value);
  if (!in_group && is_reserved_key(name.value)) {
    context_.diagnostics.report(kReservedFieldName, context_.file, name.span, name.value);
  }
  read_type();
  read_flags();
  read_labels();
  read_choice();
  read_number();
  read_text_rules(in_group);
  read_reference();
  read_group();
  keys_.finish();
  return std::move(field_);
}

const YamlNode* FieldReader::take_for(std::string_view key, std::initializer_list<FieldType> types) {
  const YamlNode* node = keys_.take(key);
  if (node == nullptr || std::find(types.begin(), types.end(), field_.type) != types.end()) return node;
  context_.diagnostics.report(kKeyNotForType, context_.file, node->span, key, name_of(field_.type));
  return nullptr;
}

bool FieldReader::take_flag(std::string_view key, std::initializer_list<FieldType> types) {
  const YamlNode* node = take_for(key, types);
  return node != nullptr && read_boolean(*node, context_.file, context_.diagnostics).value_or(Located<bool>{}).value;
}

void FieldReader::read_type() {
  const YamlNode* node = keys_.require("type");
  if (node == nullptr) return;
  const auto word = read_text(*node, context_.file, context_.diagnostics);
  if (!word) return;
  if (const auto type = field_type_named(word->value)) {
    field_.type = *type;
    return;
  }
  std::string hint = did_you_mean(
      word->value, {"text", "markdown", "date", "number", "url", "file", "choice", "boolean", "ref", "group"});
  if (hint.empty()) hint = kFieldTypes;
  context_.diagnostics.report(kUnknownFieldType, context_.file, word->span, word->value, hint);
}

void FieldReader::read_flags() {
  using enum FieldType;
  const auto any = {text, markdown, date, number, url, file, choice, boolean, ref, group};
  field_.required = take_flag("required", any);
  field_.many = take_flag("many", any);
  field_.sourced = take_flag("sourced", any);
  field_.localized = take_flag("localized", {text, markdown});
  field_.any_language = take_flag("any_language", {text});
  field_.facet = take_flag("facet", {choice, ref});
  field_.timeline = take_flag("timeline", {date});
  field_.anchor = take_flag("anchor", {text});
}

void FieldReader::read_labels() {
  if (const YamlNode* node = keys_.take("label")) field_.label = read_full_label(context_, *node, "label");
  if (const YamlNode* node = keys_.take("help")) field_.help = read_full_label(context_, *node, "help");
  if (const YamlNode* node = take_for("inverse", {FieldType::ref}))
    field_.inverse = read_full_label(context_, *node, "inverse");
  if (const YamlNode* node = take_for("unit", {FieldType::number}))
    field_.unit = read_full_label(context_, *node, "unit");
}

void FieldReader::read_choice() {
  const YamlNode* options = take_for("options", {FieldType::choice});
  const YamlNode* vocabulary = take_for("vocabulary", {FieldType::choice});
  if (field_.type != FieldType::choice) return;
  const Located<std::string>& name = field_.name;
  if (options != nullptr && vocabulary != nullptr) {
    context_.diagnostics.report(kOptionsTwice, context_.file, name.span, name.value);
  } else if (options != nullptr) {
    field_.terms = read_terms(context_, *options);
  } else if (vocabulary == nullptr) {
    context_.diagnostics.report(kChoiceWithoutOptions, context_.file, name.span, name.value);
  } else if (const auto word = read_text(*vocabulary, context_.file, context_.diagnostics)) {
    const auto found = vocabularies_.find(word->value);
    if (found != vocabularies_.end()) {
      field_.terms = found->second;
    } else {
      std::vector<std::string_view> names;
      for (const auto& [known, terms] : vocabularies_) names.push_back(known);
      context_.diagnostics.report(kUnknownVocabulary, context_.file, word->span, word->value,
                                  did_you_mean(word->value, names));
    }
  }
  read_derivation();
}

void FieldReader::read_derivation() {
  const YamlNode* node = keys_.take("derived");
  if (node == nullptr) return;
  Derivation derivation;
  MappingReader keys(*node, context_.file, context_.diagnostics);
  const auto word = [&](std::string_view key, Located<std::string>& out) {
    const YamlNode* value = keys.require(key);
    if (value == nullptr) return;
    if (const auto text = read_text(*value, context_.file, context_.diagnostics)) out = *text;
  };
  word("from", derivation.from);
  word("choice", derivation.choice);
  word("date", derivation.date);
  if (const YamlNode* map = keys.require("map")) {
    const MappingReader must_be_mapping(*map, context_.file, context_.diagnostics);
    Suggester options(field_.term_ids());
    for (const YamlEntry& entry : map->entries) {
      const auto value = read_text(entry.value, context_.file, context_.diagnostics);
      if (!value) continue;
      derivation.map.emplace_back(entry.key, *value);
      if (field_.find_term(value->value) != nullptr) continue;
      context_.diagnostics.report(kUnknownDerivedTerm, context_.file, value->span, value->value, field_.name.value,
                                  options.did_you_mean(value->value));
    }
  }
  keys.finish();
  field_.derived = std::move(derivation);
}

std::optional<double> FieldReader::take_bound(std::string_view key) {
  const YamlNode* node = take_for(key, {FieldType::number});
  if (node == nullptr) return std::nullopt;
  const auto text = read_text(*node, context_.file, context_.diagnostics);
  if (!text) return std::nullopt;
  const auto number = parse_decimal(text->value);
  if (!number) context_.diagnostics.report(kBadBound, context_.file, text->span, text->value);
  return number ? std::optional(number->value) : std::nullopt;
}

void FieldReader::read_number() {
  field_.min = take_bound("min");
  field_.max = take_bound("max");
  if (field_.min && field_.max && *field_.min > *field_.max) {
    context_.diagnostics.report(kMinOverMax, context_.file, field_.name.span);
  }
}

void FieldReader::read_text_rules(bool in_group) {
  using enum FieldType;
  if (const YamlNode* node = take_for("pattern", {text, url})) {
    if (const auto pattern = read_text(*node, context_.file, context_.diagnostics)) {
      field_.pattern = pattern->value;
      field_.compiled_pattern = Pattern::compile(pattern->value);
      if (!field_.compiled_pattern) {
        context_.diagnostics.report(kBadPattern, context_.file, pattern->span, pattern->value);
      }
    }
  }
  if (const YamlNode* node = take_for("link", {text, number})) {
    if (const auto link = read_text(*node, context_.file, context_.diagnostics)) field_.link = link->value;
    if (!field_.link.empty() && field_.link.find("{value}") == std::string::npos) {
      context_.diagnostics.report(kEmptyPattern, context_.file, node->span, field_.name.value);
    }
    if (!field_.link.empty() && !is_link(field_.link)) {
      context_.diagnostics.report(kLinkAddress, context_.file, node->span, field_.link);
    }
  }
  if (field_.anchor && !in_group) {
    context_.diagnostics.report(kAnchorOutsideGroup, context_.file, field_.name.span);
  }
}

void FieldReader::read_reference() {
  const YamlNode* node = take_for("to", {FieldType::ref});
  if (node == nullptr) return;
  if (const auto kinds = read_text_list(*node, context_.file, context_.diagnostics)) field_.to = *kinds;
}

void FieldReader::read_group() {
  const YamlNode* node = take_for("fields", {FieldType::group});
  if (field_.type != FieldType::group) return;
  if (node == nullptr || !node->is_mapping()) {
    context_.diagnostics.report(kGroupWithoutFields, context_.file, field_.name.span, field_.name.value);
    return;
  }
  for (const YamlEntry& entry : node->entries) {
    field_.fields.push_back(read_field(context_, entry.key, entry.value, vocabularies_, true));
  }
}

// Other words for a term: a list for all languages, or one a language.
std::vector<std::vector<std::string>> read_words(const ReadContext& context, const YamlNode& node) {
  std::vector<std::vector<std::string>> out(context.languages.size());
  const auto read = [&](LanguageIndex language, const YamlNode& list) {
    const auto words = read_text_list(list, context.file, context.diagnostics);
    if (!words) return;
    for (const Located<std::string>& word : *words) out[language].push_back(to_nfc(word.value));
  };
  if (node.is_mapping()) {
    for_each_language(context, node, read);
  } else {
    read(0, node);
  }
  return out;
}

Term read_term(const ReadContext& context, const YamlEntry& entry) {
  Term term;
  term.id = entry.key.value;
  if (!is_address_part(term.id)) context.diagnostics.report(kBadTermId, context.file, entry.key.span, term.id);
  if (!entry.value.is_mapping() || looks_localized(entry.value, context.languages)) {
    term.label = read_full_label(context, entry.value, term.id);
    return term;
  }
  MappingReader keys(entry.value, context.file, context.diagnostics);
  if (const YamlNode* label = keys.require("label")) term.label = read_full_label(context, *label, "label");
  if (const YamlNode* definition = keys.take("definition"))
    term.definition = read_full_label(context, *definition, "definition");
  if (const YamlNode* also = keys.take("also")) term.also = read_words(context, *also);
  if (const YamlNode* avoid = keys.take("avoid")) term.avoid = read_words(context, *avoid);
  keys.finish();
  return term;
}

}  // namespace

Field read_field(const ReadContext& context, const Located<std::string>& name, const YamlNode& node,
                 const Vocabularies& vocabularies, bool in_group) {
  return FieldReader(context, node, vocabularies).read(name, in_group);
}

std::vector<Term> read_terms(const ReadContext& context, const YamlNode& node) {
  std::vector<Term> terms;
  if (node.is_mapping()) {
    for (const YamlEntry& entry : node.entries) terms.push_back(read_term(context, entry));
    return terms;
  }
  const auto ids = read_text_list(node, context.file, context.diagnostics);
  for (const Located<std::string>& id : ids.value_or(std::vector<Located<std::string>>())) {
    if (!is_address_part(id.value)) context.diagnostics.report(kBadTermId, context.file, id.span, id.value);
    terms.push_back({id.value, LocalizedText::same_everywhere(id.value, context.languages.size()), {}, {}});
  }
  return terms;
}

}  // namespace armillary
