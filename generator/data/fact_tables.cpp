#include "data/fact_tables.h"

#include "data/field_columns.h"
#include "data/record_json.h"
#include "link/derive.h"

namespace armillary {
namespace {

void add_record_columns(Table& table) {
  table.add_record("record");
  table.add_fixed("kind");
}

void add_date_columns(const std::string& name, Table& table) {
  table.add_fixed(name);
  table.add_fixed(name + "_first_day", ColumnType::day);
  table.add_fixed(name + "_last_day", ColumnType::day);
}

void add_date(Row& row, const std::optional<PartialDate>& date) {
  row.add(date ? date->to_string() : "").add(date ? first_day_of(*date) : "").add(date ? last_day_of(*date) : "");
}

// A group's entry and its number, from 1; none at a record's top.
struct EntryPlace {
  const Group* group = nullptr;
  std::size_t number = 0;
};

std::string number_text(std::size_t number) { return number == 0 ? std::string() : std::to_string(number); }

// Calls visit(value, place) for each value of a record, groups' entries included.
template <typename Visit>
void for_each_value(const Group& group, const EntryPlace& place, const Visit& visit) {
  for (const FieldValue& value : group) {
    visit(value, place);
    std::size_t number = 0;
    for (const Item& item : value.items) {
      if (const auto* inner = std::get_if<Group>(&item.datum)) for_each_value(*inner, {inner, ++number}, visit);
    }
  }
}

// The source that stands as a field of its own in an entry.
std::string_view source_in(const Group* entry) {
  const FieldValue* value = entry != nullptr ? find_value(*entry, "source") : nullptr;
  if (value == nullptr || value->items.empty()) return {};
  const auto* reference = std::get_if<Reference>(&value->items.front().datum);
  return reference != nullptr ? std::string_view(reference->id) : std::string_view();
}

std::string_view source_of(const FieldValue& value, const Item& item, const Group* entry) {
  for (const Evidence* evidence : {item.evidence.get(), value.evidence.get()}) {
    if (evidence != nullptr && evidence->source) return evidence->source->value;
  }
  return source_in(entry);
}

class FactRows {
 public:
  FactRows(const DataSource& source, const Record& record, Table& table)
      : source_(source), record_(record), table_(table) {}

  void add(const FieldValue& value, const EntryPlace& place);

 private:
  void add_row(const FieldValue& value, const EntryPlace& place, std::size_t item, std::string_view text,
               const Evidence* evidence);

  const DataSource& source_;
  const Record& record_;
  Table& table_;
};

void FactRows::add_row(const FieldValue& value, const EntryPlace& place, std::size_t item, std::string_view text,
                       const Evidence* evidence) {
  static const Evidence kNone;
  const Evidence& given = evidence != nullptr ? *evidence : kNone;
  Row row(table_);
  row.add(record_.id).add(record_.kind->name).add(source_.paths.at(value.field));
  row.add(number_text(place.number)).add(number_text(item)).add(text);
  row.add(value.absence ? word_of(*value.absence) : "");
  row.add(given.source ? given.source->value : "").add(given.url);
  for (const LocalizedText* words : {&given.place, &given.stated, &given.note}) row.add(*words, source_.languages());
}

void FactRows::add(const FieldValue& value, const EntryPlace& place) {
  if (value.absence || value.evidence != nullptr) {
    const bool is_single = value.items.size() == 1 && !is_list(*value.field);
    const std::string text = is_single ? text_of(source_, value.items.front()) : std::string();
    add_row(value, place, 0, text, value.evidence.get());
  }
  std::size_t number = 0;
  for (const Item& item : value.items) {
    ++number;
    if (item.evidence != nullptr) add_row(value, place, number, text_of(source_, item), item.evidence.get());
  }
}

}  // namespace

void fill_relations(const DataSource& source, TableContent content, Table& table) {
  table.add_record("from");
  table.add_fixed("relation");
  table.add_record("to");
  add_date_columns("date", table);
  table.add_record("source");
  table.add_fixed("from_kind");
  table.add_fixed("to_kind");
  table.add_fixed("entry", ColumnType::number);
  if (content == TableContent::columns) return;
  const Site& site = source.site;
  for (RecordIndex i = 0; i < site.links.size(); ++i) {
    const Record& record = site.record(i);
    for_each_value(record.fields, {}, [&](const FieldValue& value, const EntryPlace& place) {
      if (value.field->type != FieldType::ref) return;
      const auto entry_date = place.group != nullptr ? date_of_entry(*place.group) : std::nullopt;
      for (const Item& item : value.items) {
        const std::string& target = std::get<Reference>(item.datum).id;
        const auto found = site.corpus->find(target);
        Row row(table);
        row.add(record.id).add(source.paths.at(value.field)).add(target);
        add_date(row, entry_date ? entry_date : site.links[i].date);
        row.add(source_of(value, item, place.group)).add(record.kind->name);
        row.add(found ? site.record(*found).kind->name : "").add(number_text(place.number));
      }
    });
  }
}

void fill_mentions(const DataSource& source, TableContent content, Table& table) {
  table.add_fixed("from");
  table.add_fixed("from_kind");
  table.add_record("to");
  table.add_fixed("to_kind");
  if (content == TableContent::columns) return;
  const Site& site = source.site;
  for (RecordIndex i = 0; i < site.links.size(); ++i) {
    const Record& to = site.record(i);
    for (const RecordIndex from : site.links[i].mentioned_by) {
      Row(table).add(site.record(from).id).add(site.record(from).kind->name).add(to.id).add(to.kind->name);
    }
    for (const std::size_t page : site.links[i].mentioned_by_pages) {
      Row(table).add(site.corpus->pages[page].id).add("page").add(to.id).add(to.kind->name);
    }
  }
}

void fill_facts(const DataSource& source, TableContent content, Table& table) {
  add_record_columns(table);
  table.add_fixed("field");
  table.add_fixed("entry", ColumnType::number);
  table.add_fixed("item", ColumnType::number);
  table.add_fixed("value");
  table.add_fixed("absence");
  table.add_record("source");
  table.add_fixed("url");
  for (const char* name : {"place", "stated", "note"}) table.add_localized(name, source.languages());
  if (content == TableContent::columns) return;
  for (RecordIndex i = 0; i < source.site.links.size(); ++i) {
    FactRows rows(source, source.site.record(i), table);
    for_each_value(source.site.record(i).fields, {},
                   [&](const FieldValue& value, const EntryPlace& place) { rows.add(value, place); });
  }
}

std::string_view caption_of(const Group& entry, LanguageIndex language) {
  for (const FieldValue& value : entry) {
    const auto* term = value.items.empty() ? nullptr : std::get_if<ChosenTerm>(&value.items.front().datum);
    if (term != nullptr) return value.field->find_term(term->id)->label.best(language);
  }
  return {};
}

void fill_steps(const DataSource& source, TableContent content, Table& table) {
  add_record_columns(table);
  table.add_fixed("field");
  add_date_columns("date", table);
  table.add_localized("step", source.languages());
  if (content == TableContent::columns) return;
  for (RecordIndex i = 0; i < source.site.links.size(); ++i) {
    const Record& record = source.site.record(i);
    for (const DatedStep& step : source.site.links[i].steps) {
      Row row(table);
      row.add(record.id).add(record.kind->name).add(source.paths.at(step.field));
      add_date(row, step.date);
      for (LanguageIndex language = 0; language < source.languages().size(); ++language) {
        const std::string_view caption = step.entry != nullptr ? caption_of(*step.entry, language) : "";
        const LocalizedText& label = step.field->label;
        row.add(caption.empty() && !label.is_absent() ? label.best(language) : caption);
      }
    }
  }
}

void fill_texts(const DataSource& source, TableContent content, Table& table) {
  add_record_columns(table);
  table.add_fixed("language");
  table.add_fixed("state");
  table.add_fixed("markdown");
  if (content == TableContent::columns) return;
  for (const Record& record : source.site.corpus->records) {
    for (LanguageIndex i = 0; i < record.bodies.size(); ++i) {
      if (!record.bodies[i]) continue;
      Row row(table);
      row.add(record.id).add(record.kind->name).add(source.languages()[i].tag);
      row.add(word_of(record.bodies[i]->state)).borrow(markdown_of(source.site, *record.bodies[i]));
    }
  }
}

void fill_sources(const DataSource& source, TableContent content, Table& table) {
  add_record_columns(table);
  table.add_record("source");
  table.add_localized("place", source.languages());
  table.add_fixed("url");
  table.add_localized("title", source.languages());
  table.add_fixed("seen");
  table.add_fixed("dead");
  table.add_localized("note", source.languages());
  if (content == TableContent::columns) return;
  for (const Record& record : source.site.corpus->records) {
    for (const SourceEntry& entry : record.sources) {
      Row row(table);
      row.add(record.id).add(record.kind->name).add(entry.source ? entry.source->value : "");
      row.add(entry.place, source.languages()).add(entry.url).add(entry.title, source.languages());
      row.add(entry.seen ? entry.seen->to_string() : "");
      row.add(entry.dead ? entry.dead->to_string() : "").add(entry.note, source.languages());
    }
  }
}

void fill_changes(const DataSource& source, TableContent content, Table& table) {
  add_record_columns(table);
  add_date_columns("date", table);
  table.add_localized("note", source.languages());
  if (content == TableContent::columns) return;
  for (const Record& record : source.site.corpus->records) {
    for (const Change& change : record.changes) {
      Row row(table);
      row.add(record.id).add(record.kind->name);
      add_date(row, change.date);
      row.add(change.note, source.languages());
    }
  }
}

}  // namespace armillary
