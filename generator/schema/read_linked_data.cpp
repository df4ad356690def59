#include "schema/read_linked_data.h"

#include <algorithm>

#include "base/suggest.h"
#include "schema/schema_messages.h"
#include "yaml/mapping_reader.h"

namespace armillary {
namespace {

// Types and properties of schema.org are letters and digits.
bool is_linked_name(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !name.empty() && is_letter(name.front()) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

class LinkedReader {
 public:
  explicit LinkedReader(const ReadContext& context) : context_(context) {}

  LinkedData read(const YamlNode& node) const;

 private:
  Located<std::string> read_name(const YamlNode& node) const;
  void check_name(const Located<std::string>& name) const {
    if (!is_linked_name(name.value)) report(kBadLinkedName, name);
  }
  LinkedSource read_source(const YamlNode& node) const;
  void read_form(const YamlNode& node, LinkedSource& source) const;
  void read_values(const YamlNode& node, LinkedSource& source) const;
  void read_where(const YamlNode& node, LinkedSource& source) const;
  LinkedProperty read_property(const YamlEntry& entry) const;
  void report(const Message& message, const Located<std::string>& word) const {
    context_.diagnostics.report(message, context_.file, word.span, word.value);
  }

  const ReadContext& context_;
};

Located<std::string> LinkedReader::read_name(const YamlNode& node) const {
  const auto name = read_text(node, context_.file, context_.diagnostics);
  if (!name) return {};
  check_name(*name);
  return *name;
}

void LinkedReader::read_form(const YamlNode& node, LinkedSource& source) const {
  const auto word = read_text(node, context_.file, context_.diagnostics);
  if (!word) return;
  if (word->value == "start") {
    source.form = LinkedForm::start;
  } else if (word->value == "end") {
    source.form = LinkedForm::end;
  } else if (word->value == "id") {
    source.form = LinkedForm::id;
  } else if (word->value == "author") {
    source.form = LinkedForm::author;
  } else {
    report(kBadLinkedForm, *word);
  }
}

void LinkedReader::read_values(const YamlNode& node, LinkedSource& source) const {
  const MappingReader must_be_mapping(node, context_.file, context_.diagnostics);
  for (const YamlEntry& entry : node.entries) {
    if (const auto value = read_text(entry.value, context_.file, context_.diagnostics)) {
      source.values.emplace_back(entry.key, value->value);
    }
  }
}

void LinkedReader::read_where(const YamlNode& node, LinkedSource& source) const {
  const MappingReader must_be_mapping(node, context_.file, context_.diagnostics);
  if (node.entries.empty()) return;
  source.where = node.entries.front().key;
  const auto terms = read_text_list(node.entries.front().value, context_.file, context_.diagnostics);
  if (terms) source.terms = *terms;
}

LinkedSource LinkedReader::read_source(const YamlNode& node) const {
  LinkedSource out;
  if (!node.is_mapping()) {
    if (const auto field = read_text(node, context_.file, context_.diagnostics)) out.field = *field;
    return out;
  }
  MappingReader keys(node, context_.file, context_.diagnostics);
  if (const YamlNode* field = keys.require("field")) {
    if (const auto text = read_text(*field, context_.file, context_.diagnostics)) out.field = *text;
  }
  if (const YamlNode* form = keys.take("form")) read_form(*form, out);
  if (const YamlNode* values = keys.take("values")) read_values(*values, out);
  if (const YamlNode* where = keys.take("where")) read_where(*where, out);
  if (const YamlNode* kinds = keys.take("only")) {
    if (const auto names = read_text_list(*kinds, context_.file, context_.diagnostics)) out.kinds = *names;
  }
  if (const YamlNode* thing = keys.take("as")) out.thing = read_name(*thing);
  keys.finish();
  return out;
}

LinkedProperty LinkedReader::read_property(const YamlEntry& entry) const {
  LinkedProperty out;
  out.name = entry.key;
  check_name(out.name);
  if (entry.value.is_sequence()) {
    for (const YamlNode& item : entry.value.items) out.sources.push_back(read_source(item));
  } else {
    out.sources.push_back(read_source(entry.value));
  }
  return out;
}

LinkedData LinkedReader::read(const YamlNode& node) const {
  LinkedData out;
  MappingReader keys(node, context_.file, context_.diagnostics);
  if (const YamlNode* type = keys.take("type")) out.type = read_name(*type);
  if (const YamlNode* subtype = keys.take("subtype")) out.subtype = read_source(*subtype);
  if (const YamlNode* properties = keys.take("properties")) {
    const MappingReader must_be_mapping(*properties, context_.file, context_.diagnostics);
    for (const YamlEntry& entry : properties->entries) out.properties.push_back(read_property(entry));
  }
  keys.finish();
  return out;
}

class LinkedChecker {
 public:
  LinkedChecker(const Kind& kind, const std::vector<Kind>& kinds, const SourceFile& file, Diagnostics& diagnostics)
      : kind_(kind), kinds_(kinds), file_(file), diagnostics_(diagnostics) {}

  void check(const LinkedSource& source) const;
  void check_subtype(const LinkedSource& source) const;

 private:
  void check_terms(const LinkedSource& source, const Field& field) const;
  void check_where(const LinkedSource& source) const;
  void check_kind(const Located<std::string>& name) const;
  void check_term(const Field& choice, Suggester& options, const Located<std::string>& term) const;
  void report_field(const Located<std::string>& path) const;

  const Kind& kind_;
  const std::vector<Kind>& kinds_;
  const SourceFile& file_;
  Diagnostics& diagnostics_;
};

void LinkedChecker::report_field(const Located<std::string>& path) const {
  std::vector<std::string> paths;
  for (const Field& field : kind_.fields) {
    paths.push_back(field.name.value);
    for (const Field& inner : field.fields) paths.push_back(field.name.value + "." + inner.name.value);
  }
  diagnostics_.report(kUnknownLinkedField, file_, path.span, path.value, kind_.name,
                      did_you_mean(path.value, {paths.begin(), paths.end()}));
}

void LinkedChecker::check_term(const Field& choice, Suggester& options, const Located<std::string>& term) const {
  if (choice.find_term(term.value) != nullptr) return;
  diagnostics_.report(kUnknownLinkedTerm, file_, term.span, term.value, choice.name.value,
                      options.did_you_mean(term.value));
}

void LinkedChecker::check_where(const LinkedSource& source) const {
  const std::size_t dot = source.field.value.rfind('.');
  const Field* group = dot == std::string::npos ? nullptr : kind_.find_path(source.field.value.substr(0, dot));
  const Field* choice = group == nullptr ? nullptr : group->find_field(source.where.value);
  if (choice == nullptr || choice->type != FieldType::choice) {
    report_field(source.where);
    return;
  }
  Suggester options(choice->term_ids());
  for (const Located<std::string>& term : source.terms) check_term(*choice, options, term);
}

void LinkedChecker::check_kind(const Located<std::string>& name) const {
  std::vector<std::string_view> names;
  for (const Kind& kind : kinds_) {
    if (kind.is_a(name.value)) return;
    names.push_back(kind.name);
  }
  diagnostics_.report(kUnknownKind, file_, name.span, name.value, did_you_mean(name.value, names));
}

void LinkedChecker::check(const LinkedSource& source) const {
  if (source.field.value.empty()) return;  // reported where it was read
  const Field* field = kind_.find_path(source.field.value);
  if (field == nullptr) {
    report_field(source.field);
    return;
  }
  if (field->type == FieldType::group || field->type == FieldType::markdown) {
    diagnostics_.report(kLinkedFieldType, file_, source.field.span, source.field.value, name_of(field->type));
  }
  Suggester options(field->term_ids());
  for (const auto& [term, value] : source.values) check_term(*field, options, term);
  if (!source.where.value.empty()) check_where(source);
  for (const Located<std::string>& name : source.kinds) check_kind(name);
}

// What a thing is does not hang on another, which might hang on it in turn.
void LinkedChecker::check_subtype(const LinkedSource& source) const {
  const Field* field = kind_.find_path(source.field.value);
  if (field == nullptr || field->type == FieldType::choice) return check(source);
  diagnostics_.report(kLinkedSubtype, file_, source.field.span, source.field.value, name_of(field->type));
}

}  // namespace

LinkedData read_linked_data(const ReadContext& context, const YamlNode& node) {
  return LinkedReader(context).read(node);
}

void inherit(LinkedData& child, const LinkedData& ancestor) {
  if (child.type.value.empty()) {
    child.type = ancestor.type;
    if (!child.subtype) child.subtype = ancestor.subtype;
  }
  for (const LinkedProperty& property : ancestor.properties) {
    const bool is_own = std::any_of(child.properties.begin(), child.properties.end(),
                                    [&](const LinkedProperty& own) { return own.name.value == property.name.value; });
    if (!is_own) child.properties.push_back(property);
  }
}

void check_linked_data(const LinkedData& data, const Kind& kind, const std::vector<Kind>& kinds, const SourceFile& file,
                       Diagnostics& diagnostics) {
  const LinkedChecker checker(kind, kinds, file, diagnostics);
  if (data.subtype) checker.check_subtype(*data.subtype);
  for (const LinkedProperty& property : data.properties) {
    for (const LinkedSource& source : property.sources) checker.check(source);
  }
}

}  // namespace armillary
