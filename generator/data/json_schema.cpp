#include "data/json_schema.h"

#include <fmt/format.h>

#include "data/json_writer.h"
#include "data/record_json.h"

namespace armillary {
namespace {

// What every language is given here, and what all definitions share.
class SchemaWriter {
 public:
  explicit SchemaWriter(const DataSource& source) : source_(source), languages_(source.languages()) {}

  std::string write(const Kind& kind);

 private:
  void write_properties(const Kind& kind);
  void write_lists();
  void write_definitions();
  void write_date_definition();
  void write_group(const std::vector<Field>& fields);
  void write_states(const Kind& kind);
  void write_texts();
  void write_field(const Field& field);
  void write_sourced(const Field& field);
  void write_values(const Field& field);
  void write_value(const Field& field);
  void write_number(const Field& field);
  void write_evidence();
  void describe(const LocalizedText& title, const LocalizedText& description);

  SchemaWriter& type(std::string_view name) {
    json_.member("type", name);
    return *this;
  }
  void open(std::string_view name) { json_.key(name).begin_object(); }
  void close() { json_.end_object(); }
  void typed(std::string_view name, std::string_view kind_of_value) {
    open(name);
    type(kind_of_value);
    close();
  }
  void reference(std::string_view name, std::string_view definition) {
    open(name);
    json_.member("$ref", definition);
    close();
  }
  void list_of_texts(std::string_view name) {
    open(name);
    type("array");
    typed("items", "string");
    close();
  }
  void strict_object() {
    type("object");
    json_.key("additionalProperties").boolean(false);
  }
  void required(const std::vector<std::string_view>& names) {
    json_.key("required").begin_array();
    for (const std::string_view name : names) json_.text(name);
    json_.end_array();
  }

  const DataSource& source_;
  const Languages& languages_;
  JsonWriter json_;
};

constexpr std::string_view kDate = "#/$defs/date";
constexpr std::string_view kLocalized = "#/$defs/localized";

void SchemaWriter::describe(const LocalizedText& title, const LocalizedText& description) {
  json_.member_if("title", in_all_languages(title, languages_));
  json_.member_if("description", in_all_languages(description, languages_));
}

void SchemaWriter::write_number(const Field& field) {
  type("number");
  const auto bound = [&](std::string_view name, double value) { json_.key(name).raw(fmt::format("{}", value)); };
  if (field.min) bound("minimum", *field.min);
  if (field.max) bound("maximum", *field.max);
}

// The members of a schema for one value.
void SchemaWriter::write_value(const Field& field) {
  switch (field.type) {
    case FieldType::text:
    case FieldType::markdown:
      if (field.any_language) {
        strict_object();
        required({"language", "text"});
        open("properties");
        typed("language", "string");
        typed("text", "string");
        close();
      } else if (is_by_language(field)) {
        json_.member("$ref", kLocalized);
      } else {
        type("string");
      }
      break;
    case FieldType::date:
      json_.member("$ref", kDate);
      break;
    case FieldType::number:
      write_number(field);
      break;
    case FieldType::url:
      type("string");
      json_.member("format", "uri");
      break;
    case FieldType::file:
      json_.member("$ref", "#/$defs/file");
      break;
    case FieldType::choice:
      json_.key("enum").begin_array();
      for (const Term& term : field.terms) json_.text(term.id);
      json_.end_array();
      break;
    case FieldType::boolean:
      type("boolean");
      break;
    case FieldType::ref:
      type("string");
      break;
    case FieldType::group:
      write_group(field.fields);
      break;
  }
}

void SchemaWriter::write_values(const Field& field) {
  if (!is_list(field)) return write_value(field);
  type("array");
  open("items");
  write_value(field);
  close();
}

void SchemaWriter::write_evidence() {
  typed("source", "string");
  typed("url", "string");
  for (const char* name : {"place", "stated", "note"}) reference(name, kLocalized);
}

void SchemaWriter::write_sourced(const Field& field) {
  strict_object();
  json_.key("oneOf").begin_array();
  for (const char* name : {is_list(field) ? "values" : "value", "absence"}) {
    json_.begin_object();
    required({name});
    json_.end_object();
  }
  json_.end_array();
  open("properties");
  if (is_list(field)) {
    open("values");
    type("array");
    open("items");
    strict_object();
    required({"value"});
    open("properties");
    open("value");
    write_value(field);
    close();
    write_evidence();
    close();
    close();
    close();
  } else {
    open("value");
    write_value(field);
    close();
  }
  open("absence");
  json_.key("enum").begin_array();
  for (const Absence each : {Absence::not_stated, Absence::not_checked, Absence::none_found}) {
    json_.text(word_of(each));
  }
  json_.end_array();
  close();
  write_evidence();
  close();
}

void SchemaWriter::write_field(const Field& field) {
  open(field.name.value);
  describe(field.label, field.help);
  if (field.sourced) {
    write_sourced(field);
  } else {
    write_values(field);
  }
  close();
}

// A derived field is never among the fields, but has its place under `states`.
void SchemaWriter::write_group(const std::vector<Field>& fields) {
  strict_object();
  std::vector<std::string_view> needed;
  for (const Field& field : fields) {
    if (field.required && !field.derived) needed.push_back(field.name.value);
  }
  required(needed);
  open("properties");
  for (const Field& field : fields) {
    if (!field.derived) write_field(field);
  }
  close();
}

void SchemaWriter::write_date_definition() {
  open("date");
  json_.member("description", "ISO 8601: 2023, 2023-11, 2023-11-01, A/B, ~");
  strict_object();
  required({"text", "start", "end", "about"});
  open("properties");
  constexpr std::string_view kPoint = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";
  const auto pattern = [&](std::string_view name, const std::string& text) {
    open(name);
    type("string");
    json_.member("pattern", text);
    close();
  };
  const std::string point(kPoint);
  pattern("text", "^" + point + "(/" + point + ")?~?$");
  pattern("start", "^" + point + "$");
  pattern("end", "^" + point + "$");
  typed("about", "boolean");
  close();
  close();
}

void SchemaWriter::write_definitions() {
  open("$defs");
  write_date_definition();
  open("localized");
  strict_object();
  open("properties");
  for (const Language& language : languages_) typed(language.key, "string");
  close();
  close();
  open("file");
  strict_object();
  required({"name", "url"});
  open("properties");
  typed("name", "string");
  typed("url", "string");
  reference("alternative", kLocalized);
  close();
  close();
  close();
}

// The lists that every record has, empty where there is nothing.
void SchemaWriter::write_lists() {
  const auto open_list = [&](std::string_view name, const std::vector<std::string_view>& needed) {
    open(name);
    type("array");
    open("items");
    strict_object();
    required(needed);
    open("properties");
  };
  const auto close_list = [&] {
    close();
    close();
    close();
  };
  open_list("incoming", {"from", "kind", "field"});
  for (const char* name : {"from", "kind", "field"}) typed(name, "string");
  reference("date", kDate);
  close_list();
  for (const char* name : {"mentioned_by", "mentioned_by_pages", "source_for", "aliases"}) list_of_texts(name);
  open_list("sources", {});
  typed("source", "string");
  typed("url", "string");
  for (const char* name : {"place", "title", "note"}) reference(name, kLocalized);
  reference("seen", kDate);
  reference("dead", kDate);
  close_list();
  open_list("changes", {"date"});
  reference("date", kDate);
  reference("note", kLocalized);
  close_list();
}

void SchemaWriter::write_states(const Kind& kind) {
  open("states");
  strict_object();
  open("properties");
  for (const Field& field : kind.fields) {
    if (!field.derived) continue;
    open(field.name.value);
    describe(field.label, field.help);
    strict_object();
    required({"value"});
    open("properties");
    open("value");
    write_value(field);
    close();
    reference("since", kDate);
    close();
    close();
  }
  close();
  close();
}

void SchemaWriter::write_texts() {
  open("texts");
  strict_object();
  open("properties");
  for (const Language& language : languages_) {
    open(language.key);
    strict_object();
    required({"state", "markdown"});
    open("properties");
    typed("state", "string");
    typed("markdown", "string");
    close();
    close();
  }
  close();
  close();
}

void SchemaWriter::write_properties(const Kind& kind) {
  typed("$schema", "string");
  typed("id", "string");
  open("kind");
  json_.member("const", kind.name);
  close();
  for (const char* name : {"page", "title", "sort_key"}) reference(name, kLocalized);
  for (const char* name : {"date", "published", "verified"}) reference(name, kDate);
  open("fields");
  write_group(kind.fields);
  close();
  write_states(kind);
  write_texts();
  write_lists();
  open("withdrawn");
  strict_object();
  open("properties");
  reference("reason", kLocalized);
  typed("replaced_by", "string");
  close();
  close();
  typed("draft", "boolean");
}

std::string SchemaWriter::write(const Kind& kind) {
  json_.begin_object();
  json_.member("$schema", "https://json-schema.org/draft/2020-12/schema");
  json_.member("$id", source_.base_url + "data/schema/" + kind.name + ".json");
  describe(kind.label_one, kind.help);
  strict_object();
  required({"$schema", "id", "kind", "page", "title", "fields", "texts", "incoming", "mentioned_by",
            "mentioned_by_pages", "source_for", "sources", "changes", "aliases"});
  open("properties");
  write_properties(kind);
  close();
  write_definitions();
  json_.end_object();
  return json_.take() + "\n";
}

}  // namespace

std::string json_schema_of(const DataSource& source, const Kind& kind) { return SchemaWriter(source).write(kind); }

}  // namespace armillary
