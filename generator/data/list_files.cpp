#include "data/list_files.h"

#include "base/parallel.h"
#include "data/csv.h"
#include "data/fact_tables.h"
#include "data/field_columns.h"
#include "data/record_json.h"
#include "view/matrix_view.h"
#include "view/site_views.h"
#include "view/table_view.h"

namespace armillary {
namespace {

constexpr std::string_view kTail = "\n]}\n";

void append_line(std::string& out, std::string_view json) {
  if (out.back() == '}') out += ",\n";
  out += json;
}

}  // namespace

ListRows::ListRows(const DataSource& source, const ViewContext& context, std::size_t jobs)
    : source_(source), context_(context), rows_(source.site.links.size()) {
  parallel_for(rows_.size(), jobs, [&](std::size_t i) { rows_[i] = make_row(i); });
}

std::string ListRows::record_page(RecordIndex record) const {
  return source_.page_of(context_.language, context_.record(record));
}

ListRows::Made ListRows::make_row(RecordIndex index) const {
  const Record& record = context_.record(index);
  const LinkedRecord& links = source_.site.links[index];
  const std::string title = phrase_text(context_, record.title());
  const std::string state = links.states.empty() ? std::string() : links.states.front().term;
  const std::string data = source_.base_url + "data/records/" + record.id + ".json";
  JsonWriter json;
  json.begin_object().member("id", record.id).member("kind", record.kind->name).member("title", title);
  if (links.date) json.key("date").date(*links.date);
  json.member_if("state", state).member("page", record_page(index)).member("data", data).end_object();
  Made out{json.take(), {}};
  const auto add = [&](std::string_view cell, ColumnType type = ColumnType::text) {
    if (!out.csv.empty()) out.csv += ',';
    append_csv_cell(out.csv, cell, type);
  };
  add(record.id);
  add(record.kind->name);
  add(title);
  add(links.date ? links.date->to_string() : "");
  add(links.date ? first_day_of(*links.date) : "", ColumnType::day);
  add(links.date ? last_day_of(*links.date) : "", ColumnType::day);
  add(state);
  add(record_page(index));
  add(data);
  out.csv += "\r\n";
  return out;
}

// Everything up to the list itself.
std::string ListRows::head_json(const ListHead& head, std::size_t count, std::string_view list) const {
  JsonWriter json;
  json.begin_object().member("title", head.title).member("page", source_.base_url + head.address);
  json.member("language", context_.lang().tag).key("count").integer(count).key(list);
  return json.take() + "[\n";
}

ListFiles ListRows::of_records(const ListHead& head, const std::vector<RecordIndex>& records) const {
  ListFiles out;
  out.json = head_json(head, records.size(), "records");
  out.csv = std::string(kCsvSignature) + "id,kind,title,date,date_first_day,date_last_day,state,page,data\r\n";
  for (const RecordIndex record : records) {
    append_line(out.json, rows_[record].json);
    out.csv += rows_[record].csv;
  }
  out.json += kTail;
  return out;
}

ListFiles ListRows::of_steps(const ListHead& head, const std::vector<Step>& steps) const {
  ListFiles out;
  out.json = head_json(head, steps.size(), "steps");
  Table table;
  for (const char* name : {"date", "date_first_day", "date_last_day", "step", "id", "title", "page"}) {
    table.add_fixed(name, std::string_view(name).ends_with("_day") ? ColumnType::day : ColumnType::text);
  }
  for (const Step& step : steps) {
    const DatedStep& dated = *step.step;
    const std::string_view own = dated.entry != nullptr ? caption_of(*dated.entry, context_.language) : "";
    const std::string caption = own.empty() ? phrase_text(context_, dated.field->label) : std::string(own);
    const Record& record = context_.record(step.record);
    const std::string title = phrase_text(context_, record.title());
    JsonWriter json;
    json.begin_object().key("date").date(dated.date).member("step", caption);
    json.member("id", record.id).member("title", title).member("page", record_page(step.record)).end_object();
    append_line(out.json, json.bytes());
    Row row(table);
    row.add(dated.date.to_string()).add(first_day_of(dated.date)).add(last_day_of(dated.date)).add(caption);
    row.add(record.id).add(title).add(record_page(step.record));
  }
  out.json += kTail;
  out.csv = csv_of(table);
  return out;
}

std::vector<ListRows::ShownField> ListRows::add_fields(Table& table, const std::vector<RecordIndex>& records,
                                                       const ViewFile& view) const {
  std::vector<ShownField> fields;
  for (const Located<std::string>& name : view.columns) {
    const Field* field = column_of_table(context_, records, name.value);
    if (field == nullptr || name.value == "title") continue;
    const std::size_t first = table.columns.size();
    for (Column& column : columns_of(*field, source_.languages(), false)) table.add_column(std::move(column));
    fields.push_back({field, first, table.columns.size() - first});
  }
  return fields;
}

void ListRows::add_value(RecordIndex index, const Field& field, JsonWriter& json, std::span<std::string> cells) const {
  const Record& record = context_.record(index);
  const std::string& name = field.name.value;
  const FieldValue* value = record.find(name);
  const DerivedState* state = source_.site.find_state(index, name);
  if (value == nullptr && state == nullptr) return;
  if (value != nullptr) append_field(json.key(name), source_, *value, record.kind->folder);
  if (value == nullptr) json.member(name, state->term);
  const Field& own = value != nullptr ? *value->field : *state->field;
  // A kind may mean something else by the name: then only the JSON has it.
  if (has_same_form(own, field)) FieldCells{source_, record, false}.fill(own, value, state, cells);
}

ListFiles ListRows::of_table(const ListHead& head, const ViewFile& view) const {
  const std::vector<RecordIndex> records = records_of_table(context_, view);
  ListFiles out;
  out.json = head_json(head, records.size(), "records");
  Table table;
  for (const char* name : {"id", "kind", "title", "page"}) table.add_fixed(name);
  const std::vector<ShownField> fields = add_fields(table, records, view);
  for (const RecordIndex index : records) {
    const Record& record = context_.record(index);
    const std::string title = phrase_text(context_, record.title());
    JsonWriter json;
    json.begin_object().member("id", record.id).member("kind", record.kind->name).member("title", title);
    json.member("page", record_page(index)).key("fields").begin_object();
    const std::size_t row = table.cells.size();
    Row(table).add(record.id).add(record.kind->name).add(title).add(record_page(index));
    for (const ShownField& each : fields) {
      std::vector<std::string> cells(each.columns);
      add_value(index, *each.field, json, cells);
      table.fill(row + each.first_column, cells);
    }
    append_line(out.json, json.end_object().end_object().bytes());
  }
  out.json += kTail;
  out.csv = csv_of(table);
  return out;
}

ListFiles ListRows::of_matrix(const ListHead& head, const ViewFile& view) const {
  const std::vector<MatrixEntry> entries = matrix_entries(context_, view);
  ListFiles out;
  out.json = head_json(head, entries.size(), "entries");
  Table table;
  for (const char* name : {"row", "row_title", "column", "column_title", "value", "label", "date"}) {
    table.add_fixed(name);
  }
  for (const MatrixEntry& entry : entries) {
    const Record& row_record = context_.record(entry.row);
    const Record& column_record = context_.record(entry.column);
    const std::string row_title = phrase_text(context_, row_record.title());
    const std::string column_title = phrase_text(context_, column_record.title());
    const std::string label = entry.term != nullptr ? phrase_text(context_, entry.term->label) : std::string();
    JsonWriter json;
    json.begin_object().member("row", row_record.id).member("row_title", row_title);
    json.member("column", column_record.id).member("column_title", column_title);
    if (entry.term != nullptr) json.member("value", entry.term->id).member("label", label);
    if (entry.date) json.key("date").date(*entry.date);
    append_line(out.json, json.end_object().bytes());
    Row row(table);
    row.add(row_record.id).add(row_title).add(column_record.id).add(column_title);
    row.add(entry.term != nullptr ? entry.term->id : std::string()).add(label);
    row.add(entry.date ? entry.date->to_string() : "");
  }
  out.json += kTail;
  out.csv = csv_of(table);
  return out;
}

ListFiles ListRows::of_view(const ListHead& head, const ViewFile& view) const {
  switch (view.type) {
    case ViewType::table:
    case ViewType::compare:
    case ViewType::diagram:
      return of_table(head, view);
    case ViewType::matrix:
      return of_matrix(head, view);
    case ViewType::timeline:
      break;
  }
  std::vector<Step> steps;
  for (const RecordIndex record : records_of_view(context_, view)) {
    for (const DatedStep& step : source_.site.links[record].steps) steps.push_back({record, &step});
  }
  sort_steps(context_, steps);
  return of_steps(head, steps);
}

}  // namespace armillary
