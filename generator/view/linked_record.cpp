#include "view/linked_record.h"

#include <algorithm>
#include <map>

#include "view/addresses.h"
#include "view/cards.h"
#include "view/field_view.h"
#include "view/script_json.h"

namespace armillary {
namespace {

// Values of one property; a longer list says little more to who reads it, and costs every reader of the page.
constexpr std::size_t kMostValues = 30;

std::string quoted(std::string_view text) {
  std::string out;
  append_script_json(out, text);
  return out;
}

class RecordLinker {
 public:
  RecordLinker(const ViewContext& context, std::string_view base_url) : context_(context), base_url_(base_url) {}

  std::string link(RecordIndex index);

 private:
  std::string type_of(RecordIndex index) const;
  void add_source(RecordIndex index, const LinkedSource& source, std::vector<std::string>& out) const;
  void add_values(const Group& group, const LinkedSource& source, std::string_view path,
                  std::vector<std::string>& out) const;
  static bool is_wanted(const Group& entry, const LinkedSource& source);
  std::string value(const Field& field, const Item& item, const LinkedSource& source) const;
  std::string term(const Field& field, const std::string& id, const LinkedSource& source) const;
  static std::string date(const PartialDate& date, LinkedForm form);
  std::string reference(const std::string& id, const LinkedSource& source) const;
  static std::string name(const std::string& text, const LinkedSource& source);
  static std::vector<std::string> identities(const Record& record);

  const ViewContext& context_;
  std::string_view base_url_;
};

// How a term is called; empty where the mapping leaves it out.
std::string RecordLinker::term(const Field& field, const std::string& id, const LinkedSource& source) const {
  for (const auto& [name, value] : source.values) {
    if (name.value == id) return value;
  }
  if (source.form == LinkedForm::id) return id;
  const Term* found = source.values.empty() ? field.find_term(id) : nullptr;
  return found == nullptr ? std::string() : phrase_text(context_, found->label);
}

std::string RecordLinker::type_of(RecordIndex index) const {
  const Record& record = context_.record(index);
  if (!record.kind->linked_data) return quoted("Thing");
  const LinkedData& data = *record.kind->linked_data;
  if (data.subtype) {
    std::vector<std::string> found;
    add_source(index, *data.subtype, found);
    if (!found.empty()) return found.front();
  }
  return quoted(data.type.value.empty() ? "Thing" : data.type.value);
}

std::string RecordLinker::date(const PartialDate& date, LinkedForm form) {
  if (date.is_approximate()) return {};  // schema.org's dates cannot say "about"
  if (form == LinkedForm::start) return quoted(date.start().to_string());
  if (form == LinkedForm::end) return quoted(date.end().to_string());
  return quoted(date.to_string());
}

std::string RecordLinker::reference(const std::string& id, const LinkedSource& source) const {
  const auto target = context_.site.corpus->find(id);
  if (!target) return {};
  const Record& record = context_.record(*target);
  const bool is_told =
      source.kinds.empty() || std::any_of(source.kinds.begin(), source.kinds.end(),
                                          [&](const auto& kind) { return record.kind->is_a(kind.value); });
  if (!is_told) return {};
  ScriptJson out;
  out.json("@type", source.thing.value.empty() ? type_of(*target) : quoted(source.thing.value));
  out.text("name", phrase_text(context_, record.title()));
  return out.text("url", std::string(base_url_) + record_address(context_.lang(), record)).take();
}

// A name with a comma is a person's; one without may be anybody's.
std::string RecordLinker::name(const std::string& text, const LinkedSource& source) {
  if (!source.thing.value.empty()) return ScriptJson().text("@type", source.thing.value).text("name", text).take();
  if (source.form != LinkedForm::author) return quoted(text);
  const std::size_t comma = text.find(", ");
  if (comma == std::string::npos) return ScriptJson().text("@type", "Organization").text("name", text).take();
  const std::string family = text.substr(0, comma);
  const std::string given = text.substr(comma + 2);
  ScriptJson out;
  out.text("@type", "Person").text("name", given + " " + family).text("familyName", family);
  return out.text("givenName", given).take();
}

// Finished JSON; empty where there is nothing to say.
std::string RecordLinker::value(const Field& field, const Item& item, const LinkedSource& source) const {
  if (const auto* text = std::get_if<PlainText>(&item.datum)) return name(text->text, source);
  if (const auto* text = std::get_if<LocalizedText>(&item.datum)) {
    return text->is_absent() ? std::string() : name(std::string(text->best(context_.language)), source);
  }
  if (const auto* text = std::get_if<TaggedText>(&item.datum)) return name(text->text, source);
  if (const auto* when = std::get_if<PartialDate>(&item.datum)) return date(*when, source.form);
  if (const auto* number = std::get_if<Decimal>(&item.datum)) return number->written;
  if (const auto* chosen = std::get_if<ChosenTerm>(&item.datum)) {
    const std::string text = term(field, chosen->id, source);
    return text.empty() ? text : quoted(text);
  }
  if (const auto* yes = std::get_if<bool>(&item.datum)) return *yes ? "true" : "false";
  if (const auto* target = std::get_if<Reference>(&item.datum)) return reference(target->id, source);
  return {};
}

bool RecordLinker::is_wanted(const Group& entry, const LinkedSource& source) {
  if (source.where.value.empty()) return true;
  const FieldValue* value = find_value(entry, source.where.value);
  if (value == nullptr || value->items.empty()) return false;
  const auto* chosen = std::get_if<ChosenTerm>(&value->items.front().datum);
  return chosen != nullptr && std::any_of(source.terms.begin(), source.terms.end(),
                                          [&](const auto& wanted) { return wanted.value == chosen->id; });
}

void RecordLinker::add_values(const Group& group, const LinkedSource& source, std::string_view path,
                              std::vector<std::string>& out) const {
  const std::size_t dot = path.find('.');
  const FieldValue* value = find_value(group, path.substr(0, dot));
  if (value == nullptr) return;
  for (const Item& item : value->items) {
    if (dot == std::string_view::npos) {
      std::string json = this->value(*value->field, item, source);
      const bool is_told = std::find(out.begin(), out.end(), json) != out.end();  // by another language, say
      if (!json.empty() && !is_told) out.push_back(std::move(json));
    } else if (const auto* entry = std::get_if<Group>(&item.datum); entry != nullptr && is_wanted(*entry, source)) {
      add_values(*entry, source, path.substr(dot + 1), out);
    }
  }
}

void RecordLinker::add_source(RecordIndex index, const LinkedSource& source, std::vector<std::string>& out) const {
  add_values(context_.record(index).fields, source, source.field.value, out);
  if (const DerivedState* state = context_.site.find_state(index, source.field.value)) {
    const std::string text = term(*state->field, state->term, source);
    if (!text.empty()) out.push_back(quoted(text));
  }
}

// The addresses of its identifiers: texts with a `link`.
std::vector<std::string> RecordLinker::identities(const Record& record) {
  std::vector<std::string> out;
  for (const FieldValue& value : record.fields) {
    if (value.field->link.empty()) continue;
    for (const Item& item : value.items) {
      if (const auto* text = std::get_if<PlainText>(&item.datum)) {
        out.push_back(quoted(fill_link(value.field->link, text->text)));
      }
    }
  }
  return out;
}

void add_property(ScriptJson& out, std::string_view name, std::vector<std::string> values) {
  if (values.size() > kMostValues) values.resize(kMostValues);
  std::string json;
  for (const std::string& value : values) json += (json.empty() ? "" : ",") + value;
  out.json(name, values.size() > 1 ? "[" + json + "]" : json);
}

std::string RecordLinker::link(RecordIndex index) {
  const Record& record = context_.record(index);
  if (!record.kind->linked_data) return {};
  const Languages& languages = context_.site.file().languages;
  const LocalizedText& title = record.title();
  const std::string address = std::string(base_url_) + record_address(context_.lang(), record);
  ScriptJson out;
  // The thing itself is one, in however many languages there are pages about it.
  out.json("@type", type_of(index));
  out.text("@id", std::string(base_url_) + record_address(languages.front(), record) + "#it");
  std::vector<std::string> other_names;
  for (LanguageIndex i = 0; i < languages.size(); ++i) {
    if (title.has(i) && title.in(i) != title.best(context_.language)) other_names.push_back(quoted(title.in(i)));
  }
  std::vector<std::pair<std::string, std::vector<std::string>>> properties;
  const auto values_of = [&](const std::string& name) -> std::vector<std::string>& {
    const auto found =
        std::find_if(properties.begin(), properties.end(), [&](auto& each) { return each.first == name; });
    return found != properties.end() ? found->second : properties.emplace_back(name, std::vector<std::string>()).second;
  };
  values_of("alternateName") = std::move(other_names);
  for (const LinkedProperty& property : record.kind->linked_data->properties) {
    for (const LinkedSource& source : property.sources) add_source(index, source, values_of(property.name.value));
  }
  for (std::string& identity : identities(record)) values_of("sameAs").push_back(std::move(identity));
  // What every record has, unless its schema says it otherwise.
  const auto say = [&](const std::string& name, std::string_view text) {
    if (values_of(name).empty() && !text.empty()) values_of(name).push_back(quoted(text));
  };
  say("name", phrase_text(context_, title));
  if (const LocalizedText* summary = summary_text(record)) say("description", phrase_text(context_, *summary));
  say("mainEntityOfPage", address);
  for (auto& [name, values] : properties) add_property(out, name, std::move(values));
  return out.take();
}

}  // namespace

std::string linked_record(const ViewContext& context, RecordIndex record, std::string_view base_url) {
  return RecordLinker(context, base_url).link(record);
}

}  // namespace armillary
