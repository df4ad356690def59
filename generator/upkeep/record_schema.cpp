#include "upkeep/record_schema.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "load/decode_file.h"

namespace armillary {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kDialect = "https://json-schema.org/draft/2020-12/schema";
constexpr const char* kPoint = R"([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)";
constexpr std::array<std::string_view, 3> kAbsences = {"not-stated", "not-checked", "none-found"};

// YAML takes 017, no and 1.5 for numbers and truth values; the schema of the site takes them for the text they are.
Json plain_text() { return {{"type", {"string", "number", "boolean"}}}; }

Json text_with_something() { return {{"type", {"string", "number", "boolean"}}, {"minLength", 1}}; }

Json date() {
  return {{"type", {"string", "integer"}},
          {"pattern", std::string("^") + kPoint + "(/" + kPoint + ")?~?$"},
          {"minimum", 1},
          {"maximum", 9999}};
}

Json address() { return {{"type", "string"}, {"pattern", "^https?://[^/\\s]\\S*$"}}; }

Json list_of_items(Json item) { return {{"type", "array"}, {"items", std::move(item)}}; }

Json object(Json properties, Json required = Json::array()) {
  Json out{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
  if (!required.empty()) out["required"] = std::move(required);
  return out;
}

// Whether JavaScript reads an expression of ICU's in the same way. Told by its characters: what one of them alone may
// mean is left out.
bool is_common_pattern(const std::string& pattern) {
  constexpr std::array<std::string_view, 24> kOwn = {"(?",  "\\p", "\\P", "\\Q", "\\A", "\\Z", "\\z", "\\G",
                                                     "\\N", "\\h", "\\R", "\\x", "\\u", "\\U", "\\X", "*+",
                                                     "++",  "?+",  "}+",  "&&",  "--",  "[[",  "[:",  "\\-"};
  return std::none_of(kOwn.begin(), kOwn.end(),
                      [&](std::string_view own) { return pattern.find(own) != std::string::npos; });
}

class SchemaWriter {
 public:
  SchemaWriter(const Corpus& corpus, const SchemaLanguage& language) : corpus_(corpus), language_(language) {}

  Json write(const Kind& kind);

 private:
  const Languages& languages() const { return corpus_.site.languages; }
  std::string in_language(const LocalizedText& text) const { return std::string(text.best(language_.index)); }

  Json per_language(const Json& text) const;
  Json localized_text() const;
  Json label() const;
  Json reference(const std::vector<Located<std::string>>& to);
  Json ids_of(const std::vector<Located<std::string>>& to) const;
  Json choice(const Field& field) const;
  static Json number(const Field& field);
  static Json address_of_form(const Field& field);
  Json text(const Field& field) const;
  static Json any_language(const Json& text);
  Json file() const;
  Json fact_about(const Json& value);
  Json one_value(const Field& field);
  Json many_values(const Field& field, const Json& one) const;
  Json field_schema(const Field& field);
  Json form_field(const Field& field);
  Json described(const Field& field) const;
  bool is_for_form() const { return language_.use == SchemaUse::form; }
  Json fields_schema(const std::vector<Field>& fields);
  void add_form_keys(Json& properties);
  void add_common_keys(Json& properties);

  const Corpus& corpus_;
  const SchemaLanguage& language_;
  Json definitions_ = Json::object();
};

Json SchemaWriter::per_language(const Json& text) const {
  Json properties = Json::object();
  for (const Language& language : languages()) {
    properties[language.key] = text;
    properties[language.key]["title"] = language.label;
  }
  return object(std::move(properties));
}

// A text that every language lacks is missing.
Json SchemaWriter::localized_text() const {
  Json out = per_language(plain_text());
  out["minProperties"] = 1;
  out["not"] = {{"additionalProperties", {{"const", ""}}}};
  if (languages().size() > 1) return out;
  return {{"anyOf", {text_with_something(), std::move(out)}}};
}

Json SchemaWriter::label() const { return {{"anyOf", {plain_text(), per_language(plain_text())}}}; }

Json SchemaWriter::ids_of(const std::vector<Located<std::string>>& to) const {
  Json ids = Json::array();
  for (const Record& record : corpus_.records) {
    const bool fits = to.empty() || std::any_of(to.begin(), to.end(),
                                                [&](const auto& kind) { return kind.value == record.kind->name; });
    if (fits) ids.push_back(record.id);
  }
  // No id can be named where there is no such record yet.
  return ids.empty() ? Json{{"not", Json::object()}} : Json{{"enum", std::move(ids)}};
}

Json SchemaWriter::reference(const std::vector<Located<std::string>>& to) {
  if (is_for_form()) return {{"type", "string"}, {"pattern", "^[a-z0-9]+(-[a-z0-9]+)*$"}};
  std::string name = to.empty() ? "any-id" : "id-of";
  for (const Located<std::string>& kind : to) name += "-" + kind.value;
  if (!definitions_.contains(name)) definitions_[name] = ids_of(to);
  return {{"$ref", "#/$defs/" + name}};
}

Json SchemaWriter::choice(const Field& field) const {
  Json ids = Json::array();
  Json descriptions = Json::array();
  for (const Term& term : field.terms) {
    std::string description = term.label.is_absent() ? term.id : in_language(term.label);
    if (!term.definition.is_absent()) description += ": " + in_language(term.definition);
    ids.push_back(term.id);
    descriptions.push_back(description);
    const bool is_number = std::all_of(term.id.begin(), term.id.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool is_truth = term.id == "true" || term.id == "false";
    if (!(is_number && term.id.size() < 16) && !is_truth) continue;
    ids.push_back(Json::parse(is_truth ? term.id : std::to_string(std::stoll(term.id))));
    descriptions.push_back(std::move(description));
  }
  return {{"enum", std::move(ids)}, {"enumDescriptions", std::move(descriptions)}};
}

Json SchemaWriter::number(const Field& field) {
  Json out{{"type", {"number", "string"}}, {"pattern", "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$"}};
  if (field.min) out["minimum"] = *field.min;
  if (field.max) out["maximum"] = *field.max;
  return out;
}

Json SchemaWriter::address_of_form(const Field& field) {
  Json out = address();
  if (!field.pattern.empty() && is_common_pattern(field.pattern)) {
    out["allOf"] = Json::array({{{"pattern", "^(?:" + field.pattern + ")$"}}});
  }
  return out;
}

Json SchemaWriter::text(const Field& field) const {
  if (field.localized) return localized_text();
  Json out = plain_text();
  if (!field.pattern.empty() && is_common_pattern(field.pattern)) out["pattern"] = "^(?:" + field.pattern + ")$";
  return out;
}

Json SchemaWriter::any_language(const Json& text) {
  return {{"type", "object"},
          {"patternProperties", {{"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", text}}},
          {"additionalProperties", false}};
}

Json SchemaWriter::file() const {
  const Json name{{"type", "string"}, {"pattern", "^[^./][^/]*$"}};
  std::string endings;
  for (const std::string_view ending : kPictures)
    endings += (endings.empty() ? "" : "|") + std::string(ending.substr(1));
  const Json picture{{"pattern", "\\.(" + endings + ")$"}};
  Json alone = name;
  alone["not"] = picture;
  Json described = object({{"path", name}, {"alt", label()}, {"digest", {{"pattern", "^sha256:[0-9a-f]{64}$"}}}},
                          Json::array({"path"}));
  described["if"] = {{"properties", {{"path", picture}}}};
  described["then"] = {{"required", Json::array({"alt"})}};
  return {{"anyOf", {std::move(alone), std::move(described)}}};
}

Json SchemaWriter::one_value(const Field& field) {
  switch (field.type) {
    case FieldType::text:
      return field.any_language ? any_language(plain_text()) : text(field);
    case FieldType::markdown:
      return field.localized ? localized_text() : plain_text();
    case FieldType::date:
      return date();
    case FieldType::number:
      return number(field);
    case FieldType::url:
      return address_of_form(field);
    case FieldType::file:
      return file();
    case FieldType::choice:
      return choice(field);
    case FieldType::boolean:
      return {{"type", "boolean"}};
    case FieldType::ref:
      return reference(field.to);
    case FieldType::group:
      return fields_schema(field.fields);
  }
  return {};
}

// {value, source, place, stated, note, url}
Json SchemaWriter::fact_about(const Json& value) {
  return object({{"value", value},
                 {"source", reference({})},
                 {"place", label()},
                 {"stated", {{"anyOf", {label(), list_of_items(plain_text())}}}},
                 {"note", localized_text()},
                 {"url", address()}},
                Json::array({"value"}));
}

Json SchemaWriter::many_values(const Field& field, const Json& one) const {
  Json list = list_of_items(one);
  if (field.type != FieldType::text || !field.localized) return list;
  // {zh: [甲, 乙], en: [a]}: names that are no translations of each other.
  const Json lists = per_language({{"anyOf", {plain_text(), list_of_items(plain_text())}}});
  return {{"anyOf", {std::move(list), lists}}};
}

// What a form needs to know, and the value in its one spelling.
Json SchemaWriter::form_field(const Field& field) {
  Json known{{"type", name_of(field.type)}};
  if (field.many) known["many"] = true;
  if (field.localized) known["localized"] = true;
  if (field.any_language) known["anyLanguage"] = true;
  if (field.sourced) known["sourced"] = true;
  if (field.required) known["required"] = true;
  for (const Located<std::string>& kind : field.to) known["to"].push_back(kind.value);
  Json out = described(field);
  out["x-field"] = std::move(known);
  Json value = one_value(field);
  out.update(field.many ? list_of_items(std::move(value)) : std::move(value));
  return out;
}

Json SchemaWriter::described(const Field& field) const {
  Json out = Json::object();
  out["title"] = field.label.is_absent() ? field.name.value : in_language(field.label);
  std::string help = field.help.is_absent() ? "" : in_language(field.help);
  if (!field.unit.is_absent()) help += (help.empty() ? "" : " ") + ("(" + in_language(field.unit) + ")");
  if (!help.empty()) out["description"] = help;
  return out;
}

Json SchemaWriter::field_schema(const Field& field) {
  if (is_for_form()) return form_field(field);
  Json value = one_value(field);
  const bool may_be_fact = field.sourced && field.find_field("value") == nullptr;
  if (field.many) {
    const Json one = may_be_fact ? Json{{"anyOf", {value, fact_about(value)}}} : value;
    value = many_values(field, one);
  }
  if (field.sourced) {
    Json forms = Json::array({value});
    if (may_be_fact) forms.push_back(fact_about(value));
    forms.push_back({{"enum", kAbsences}});
    value = {{"anyOf", std::move(forms)}};
  }
  Json out = described(field);
  out.update(value);
  return out;
}

Json SchemaWriter::fields_schema(const std::vector<Field>& fields) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const Field& field : fields) {
    if (field.derived) continue;  // it is never written
    properties[field.name.value] = field_schema(field);
    if (field.required) required.push_back(field.name.value);
  }
  return object(std::move(properties), std::move(required));
}

// What a new record needs of the keys that every record has.
void SchemaWriter::add_form_keys(Json& properties) {
  const auto field = [&](std::string_view word, FieldType type, const Json& value) {
    Json out{{"title", language_.words.plain(word)}, {"x-field", {{"type", name_of(type)}}}};
    out.update(value);
    return out;
  };
  const Json source = object({{"source", field("form_source", FieldType::ref, reference({}))},
                              {"url", field("form_url", FieldType::url, address())},
                              {"place", field("form_place", FieldType::text, plain_text())},
                              {"title", field("form_source_title", FieldType::text, plain_text())},
                              {"seen", field("seen", FieldType::date, date())}});
  properties["sources"] = field("sources", FieldType::group, list_of_items(source));
  properties["sources"]["x-field"]["many"] = true;
  properties["verified"] = field("verified", FieldType::date, date());
}

void SchemaWriter::add_common_keys(Json& properties) {
  Json source = object({{"source", reference({})},
                        {"place", label()},
                        {"url", address()},
                        {"title", label()},
                        {"seen", date()},
                        {"dead", date()},
                        {"note", label()}});
  source["anyOf"] = {{{"required", {"source"}}}, {{"required", {"url"}}}};
  const auto add = [&](const char* key, Json schema) {
    properties[key] = std::move(schema);
    properties[key]["title"] = language_.words.plain(key);
  };
  add("sources", list_of_items(std::move(source)));
  add("published", date());
  add("verified", date());
  add("changes", list_of_items(object({{"date", date()}, {"note", localized_text()}}, {"date", "note"})));
  add("withdrawn", object({{"reason", localized_text()}, {"replaced_by", reference({})}}, Json::array({"reason"})));
  add("draft", {{"type", "boolean"}});
  properties["aliases"] = list_of_items({{"type", {"string", "number"}}, {"pattern", "^[a-z0-9]+(-[a-z0-9]+)*$"}});
  properties["sort_key"] = localized_text();
}

Json SchemaWriter::write(const Kind& kind) {
  definitions_ = Json::object();
  Json record = fields_schema(kind.fields);
  if (is_for_form()) {
    add_form_keys(record["properties"]);
  } else {
    add_common_keys(record["properties"]);
  }
  Json out{{"$schema", kDialect}};
  out["title"] = kind.label_one.is_absent() ? kind.name : in_language(kind.label_one);
  if (!kind.help.is_absent()) out["description"] = in_language(kind.help);
  out.update(record);
  out["$defs"] = std::move(definitions_);
  return out;
}

}  // namespace

Json record_schema(const Kind& kind, const Corpus& corpus, const SchemaLanguage& language) {
  return SchemaWriter(corpus, language).write(kind);
}

Json schema_of_all_kinds(const Corpus& corpus, const SchemaLanguage& language) {
  Json kinds = Json::object();
  for (const Kind& kind : corpus.schema.kinds) {
    kinds[kind.name] = {{"$id", kind.name + ".json"}};
    kinds[kind.name].update(record_schema(kind, corpus, language));
  }
  return {{"$schema", kDialect}, {"$defs", std::move(kinds)}};
}

}  // namespace armillary
