#include "data/record_json.h"

#include "load/front_matter.h"
#include "view/addresses.h"

namespace armillary {

bool is_list(const Field& field) { return field.many || field.any_language; }

bool is_by_language(const Field& field) {
  return field.localized || (field.type == FieldType::text && field.name.value == "title");
}

std::string_view markdown_of(const Site& site, const Body& body) {
  const SourceFile& file = site.corpus->files[body.file];
  const std::string_view text = file.slice(split_front_matter(file).body);
  const std::size_t first = text.find_first_not_of("\r\n");
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : text.substr(first, last + 1 - first);
}

namespace {

// Writes values of one record's fields.
class FieldWriter {
 public:
  FieldWriter(JsonWriter& json, const DataSource& source, std::string_view folder)
      : json_(json), source_(source), folder_(folder) {}

  void write(const FieldValue& value);
  void write(const Group& group);

  void operator()(const PlainText& text) { json_.text(text.text); }
  void operator()(const LocalizedText& text) { json_.localized(text, source_.languages()); }
  void operator()(const TaggedText& text) {
    json_.begin_object().member("language", text.tag).member("text", text.text).end_object();
  }
  void operator()(const LocalizedMarkdown& texts);
  void operator()(const PartialDate& date) { json_.date(date); }
  void operator()(const Decimal& number) { json_.raw(number.written); }
  void operator()(const ChosenTerm& term) { json_.text(term.id); }
  void operator()(bool flag) { json_.boolean(flag); }
  void operator()(const Reference& reference) { json_.text(reference.id); }
  void operator()(const AttachedFile& file);
  void operator()(const Group& group) { write(group); }

 private:
  void write_plain(const FieldValue& value);
  void write_sourced(const FieldValue& value);
  void write_evidence(const std::shared_ptr<const Evidence>& evidence);

  JsonWriter& json_;
  const DataSource& source_;
  std::string_view folder_;
  const Field* field_ = nullptr;  // whose values are being written
};

void FieldWriter::write(const Group& group) {
  json_.begin_object();
  for (const FieldValue& value : group) {
    json_.key(value.field->name.value);
    write(value);
  }
  json_.end_object();
}

void FieldWriter::write(const FieldValue& value) {
  field_ = value.field;
  if (value.field->sourced) {
    write_sourced(value);
  } else {
    write_plain(value);
  }
}

void FieldWriter::write_plain(const FieldValue& value) {
  if (is_list(*value.field)) json_.begin_array();
  for (const Item& item : value.items) std::visit(*this, item.datum);
  if (is_list(*value.field)) json_.end_array();
}

// A fact and what it rests on: {"value": …, "source": …}, {"values": [{"value": …}]} or {"absence": "not-stated"}.
void FieldWriter::write_sourced(const FieldValue& value) {
  json_.begin_object();
  if (value.absence) {
    json_.member("absence", word_of(*value.absence));
  } else if (is_list(*value.field)) {
    json_.key("values").begin_array();
    for (const Item& item : value.items) {
      json_.begin_object().key("value");
      std::visit(*this, item.datum);
      write_evidence(item.evidence);
      json_.end_object();
    }
    json_.end_array();
  } else {
    json_.key("value");
    std::visit(*this, value.items.front().datum);
    write_evidence(value.items.front().evidence);
  }
  write_evidence(value.evidence);
  json_.end_object();
}

void FieldWriter::write_evidence(const std::shared_ptr<const Evidence>& evidence) {
  if (evidence == nullptr) return;
  if (evidence->source) json_.member("source", evidence->source->value);
  json_.member_if("url", evidence->url);
  json_.localized_if("place", evidence->place, source_.languages());
  json_.localized_if("stated", evidence->stated, source_.languages());
  json_.localized_if("note", evidence->note, source_.languages());
}

void FieldWriter::operator()(const LocalizedMarkdown& texts) {
  if (!is_by_language(*field_)) {
    json_.text(texts.written.front());
    return;
  }
  json_.begin_object();
  for (LanguageIndex i = 0; i < texts.written.size(); ++i) {
    json_.member_if(source_.languages()[i].key, texts.written[i]);
  }
  json_.end_object();
}

void FieldWriter::operator()(const AttachedFile& file) {
  json_.begin_object();
  json_.member("name", file.name);
  json_.member("url", source_.base_url + attachment_address(folder_, file.name));
  json_.localized_if("alternative", file.alternative, source_.languages());
  json_.end_object();
}

// The whole of a record.
class RecordWriter {
 public:
  RecordWriter(const DataSource& source, RecordIndex index)
      : source_(source), record_(source.site.record(index)), links_(source.site.links[index]) {}

  std::string write();

 private:
  void write_head();
  void write_states();
  void write_texts();
  void write_incoming();
  void write_mentions();
  void write_sources();
  void write_upkeep();
  void write_ids(std::string_view name, const std::vector<RecordIndex>& records);

  const DataSource& source_;
  const Record& record_;
  const LinkedRecord& links_;
  JsonWriter json_;
};

std::string RecordWriter::write() {
  json_.begin_object();
  write_head();
  json_.key("fields");
  FieldWriter(json_, source_, record_.kind->folder).write(record_.fields);
  write_states();
  write_texts();
  write_incoming();
  write_mentions();
  write_sources();
  write_upkeep();
  json_.end_object();
  return json_.take();
}

void RecordWriter::write_head() {
  const Languages& languages = source_.languages();
  json_.member("$schema", source_.base_url + "data/schema/" + record_.kind->name + ".json");
  json_.member("id", record_.id).member("kind", record_.kind->name);
  json_.key("page").begin_object();
  for (LanguageIndex i = 0; i < languages.size(); ++i) json_.member(languages[i].key, source_.page_of(i, record_));
  json_.end_object();
  json_.key("title").localized(record_.title(), languages);
  if (links_.date) json_.key("date").date(*links_.date);
}

void RecordWriter::write_states() {
  if (links_.states.empty()) return;
  json_.key("states").begin_object();
  for (const DerivedState& state : links_.states) {
    json_.key(state.field->name.value).begin_object().member("value", state.term);
    if (state.since) json_.key("since").date(*state.since);
    json_.end_object();
  }
  json_.end_object();
}

void RecordWriter::write_texts() {
  json_.key("texts").begin_object();
  for (LanguageIndex i = 0; i < record_.bodies.size(); ++i) {
    if (!record_.bodies[i]) continue;
    const Body& body = *record_.bodies[i];
    json_.key(source_.languages()[i].key).begin_object();
    json_.member("state", word_of(body.state)).member("markdown", markdown_of(source_.site, body)).end_object();
  }
  json_.end_object();
}

void RecordWriter::write_incoming() {
  json_.key("incoming").begin_array();
  for (const Relation& relation : links_.incoming) {
    const Record& from = source_.site.record(relation.from);
    json_.begin_object().member("from", from.id).member("kind", from.kind->name);
    json_.member("field", source_.paths.at(relation.field));
    if (relation.date) json_.key("date").date(*relation.date);
    json_.end_object();
  }
  json_.end_array();
}

void RecordWriter::write_ids(std::string_view name, const std::vector<RecordIndex>& records) {
  json_.key(name).begin_array();
  for (const RecordIndex record : records) json_.text(source_.site.record(record).id);
  json_.end_array();
}

void RecordWriter::write_mentions() {
  write_ids("mentioned_by", links_.mentioned_by);
  json_.key("mentioned_by_pages").begin_array();
  for (const std::size_t page : links_.mentioned_by_pages) json_.text(source_.site.corpus->pages[page].id);
  json_.end_array();
  write_ids("source_for", links_.source_for);
}

void RecordWriter::write_sources() {
  const Languages& languages = source_.languages();
  json_.key("sources").begin_array();
  for (const SourceEntry& entry : record_.sources) {
    json_.begin_object();
    if (entry.source) json_.member("source", entry.source->value);
    json_.localized_if("place", entry.place, languages);
    json_.member_if("url", entry.url);
    json_.localized_if("title", entry.title, languages);
    if (entry.seen) json_.key("seen").date(*entry.seen);
    if (entry.dead) json_.key("dead").date(*entry.dead);
    json_.localized_if("note", entry.note, languages);
    json_.end_object();
  }
  json_.end_array();
}

void RecordWriter::write_upkeep() {
  const Languages& languages = source_.languages();
  if (record_.published) json_.key("published").date(*record_.published);
  if (record_.verified) json_.key("verified").date(*record_.verified);
  json_.key("changes").begin_array();
  for (const Change& change : record_.changes) {
    json_.begin_object().key("date").date(change.date);
    json_.localized_if("note", change.note, languages).end_object();
  }
  json_.end_array();
  if (record_.withdrawn) {
    json_.key("withdrawn").begin_object().localized_if("reason", record_.withdrawn->reason, languages);
    if (record_.withdrawn->replaced_by) json_.member("replaced_by", record_.withdrawn->replaced_by->value);
    json_.end_object();
  }
  json_.key("aliases").begin_array();
  for (const Located<std::string>& alias : record_.aliases) json_.text(alias.value);
  json_.end_array();
  json_.localized_if("sort_key", record_.sort_key, languages);
  if (record_.is_draft) json_.key("draft").boolean(true);
}

}  // namespace

std::string record_json(const DataSource& source, RecordIndex index) { return RecordWriter(source, index).write(); }

void append_field(JsonWriter& json, const DataSource& source, const FieldValue& value, std::string_view folder) {
  FieldWriter(json, source, folder).write(value);
}

void append_group(JsonWriter& json, const DataSource& source, const Group& group, std::string_view folder) {
  FieldWriter(json, source, folder).write(group);
}

}  // namespace armillary
