#include "data/record_tables.h"

#include <algorithm>
#include <span>

#include "data/field_columns.h"

namespace armillary {
namespace {

// Which columns of a table the cells of a field go to.
struct FieldSlots {
  const Field* field = nullptr;
  std::vector<std::size_t> columns;
};

std::vector<std::size_t> add_columns(const DataSource& source, const Field& field, bool in_group, Table& table) {
  std::vector<std::size_t> out;
  for (Column& column : columns_of(field, source.languages(), in_group)) {
    out.push_back(table.add_column(std::move(column)));
  }
  return out;
}

// What a group holds in this very field; null: nothing.
const FieldValue* value_in(const Group& group, const Field& field) {
  for (const FieldValue& value : group) {
    if (value.field == &field) return &value;
  }
  return nullptr;
}

// Fills the cells of a record's or entry's fields in the row that begins at `row`.
void fill_fields(const FieldCells& maker, const Group& group, const std::vector<FieldSlots>& slots, std::size_t row,
                 const std::vector<DerivedState>* states, Table& table) {
  std::vector<std::string> cells;
  for (const FieldSlots& slot : slots) {
    const FieldValue* value = value_in(group, *slot.field);
    const DerivedState* state = nullptr;
    if (states != nullptr && slot.field->derived) {
      for (const DerivedState& each : *states) {
        if (each.field == slot.field) state = &each;
      }
    }
    if (value == nullptr && state == nullptr) continue;
    cells.assign(slot.columns.size(), {});
    maker.fill(*slot.field, value, state, cells);
    for (std::size_t i = 0; i < cells.size(); ++i) table.cells[row + slot.columns[i]] = table.texts.keep(cells[i]);
  }
}

// What stands before and behind the fields in every table of records.
void add_head(const DataSource& source, Table& table) {
  table.add_fixed("id");
  table.add_fixed("kind");
  table.add_localized("page", source.languages());
}

void add_upkeep(Table& table) {
  for (const char* name : {"date", "date_first_day", "date_last_day", "published", "verified"}) {
    const bool is_day = std::string_view(name).ends_with("_day");
    table.add_fixed(name, is_day ? ColumnType::day : ColumnType::text);
  }
  table.add_fixed("withdrawn", ColumnType::boolean);
  table.add_record("replaced_by");
  table.add_fixed("aliases");
  table.add_fixed("draft", ColumnType::boolean);
}

std::string aliases_of(const Record& record) {
  std::string out;
  for (const Located<std::string>& alias : record.aliases) {
    if (!out.empty()) out += kValueSeparator;
    out += alias.value;
  }
  return out;
}

void add_record_row(const DataSource& source, RecordIndex index, const std::vector<FieldSlots>& slots,
                    std::size_t upkeep, Table& table) {
  const Record& record = source.site.record(index);
  const LinkedRecord& links = source.site.links[index];
  const std::size_t row = table.cells.size();
  Row head(table);
  head.add(record.id).add(record.kind->name);
  for (LanguageIndex i = 0; i < source.languages().size(); ++i) head.add(source.page_of(i, record));
  fill_fields({source, record, false}, record.fields, slots, row, &links.states, table);
  std::size_t next = row + upkeep;
  const auto add = [&](std::string_view cell) { table.cells[next++] = table.texts.keep(cell); };
  add(links.date ? links.date->to_string() : "");
  add(links.date ? first_day_of(*links.date) : "");
  add(links.date ? last_day_of(*links.date) : "");
  add(record.published ? record.published->to_string() : "");
  add(record.verified ? record.verified->to_string() : "");
  add(record.withdrawn ? "true" : "false");
  const bool is_replaced = record.withdrawn && record.withdrawn->replaced_by;
  add(is_replaced ? record.withdrawn->replaced_by->value : "");
  add(aliases_of(record));
  add(record.is_draft ? "true" : "false");
}

// The slots of another kind's fields of the same names.
std::vector<FieldSlots> slots_of(const Kind& kind, const std::vector<FieldSlots>& slots) {
  std::vector<FieldSlots> out;
  out.reserve(slots.size());
  for (const FieldSlots& slot : slots) out.push_back({kind.find_field(slot.field->name.value), slot.columns});
  return out;
}

// One row for each record of these kinds, which all have fields of these names and forms.
void fill_with(const DataSource& source, const std::vector<const Field*>& fields, std::span<const Kind> kinds,
               TableContent content, Table& table) {
  add_head(source, table);
  std::vector<FieldSlots> slots;
  slots.reserve(fields.size());
  for (const Field* field : fields) slots.push_back({field, add_columns(source, *field, false, table)});
  const std::size_t upkeep = table.columns.size();
  add_upkeep(table);
  if (content == TableContent::columns) return;
  std::vector<std::vector<FieldSlots>> by_kind;
  for (const Kind& kind : kinds) by_kind.push_back(slots_of(kind, slots));
  for (RecordIndex i = 0; i < source.site.links.size(); ++i) {
    const Kind* kind = source.site.record(i).kind;
    if (kind < kinds.data() || kind >= kinds.data() + kinds.size()) continue;
    add_record_row(source, i, by_kind[static_cast<std::size_t>(kind - kinds.data())], upkeep, table);
  }
}

// A column of this name that a kind before has made, else a new one.
std::size_t shared_column(const Column& column, Table& table) {
  const auto same = std::find_if(table.columns.begin(), table.columns.end(), [&](const Column& other) {
    return other.name == column.name && other.field != nullptr;
  });
  if (same == table.columns.end()) return table.add_column(column);
  if (same->type != column.type) same->type = ColumnType::text;
  same->is_record = same->is_record && column.is_record;
  return static_cast<std::size_t>(same - table.columns.begin());
}

}  // namespace

std::vector<const Field*> common_fields(const Schema& schema) {
  std::vector<const Field*> out;
  if (schema.kinds.empty()) return out;
  for (const Field& field : schema.kinds.front().fields) {
    const bool is_common = std::all_of(schema.kinds.begin(), schema.kinds.end(), [&](const Kind& kind) {
      const Field* same = kind.find_field(field.name.value);
      return same != nullptr && has_same_form(field, *same);
    });
    if (is_common) out.push_back(&field);
  }
  return out;
}

void fill_records(const DataSource& source, TableContent content, Table& table) {
  const Schema& schema = source.site.corpus->schema;
  fill_with(source, common_fields(schema), schema.kinds, content, table);
}

void fill_kind(const DataSource& source, const Kind& kind, TableContent content, Table& table) {
  std::vector<const Field*> fields;
  for (const Field& field : kind.fields) fields.push_back(&field);
  fill_with(source, fields, {&kind, 1}, content, table);
}

void fill_group(const DataSource& source, const std::string& name, TableContent content, Table& table) {
  table.add_record("record");
  table.add_fixed("kind");
  table.add_fixed("entry", ColumnType::number);
  std::unordered_map<const Field*, std::vector<FieldSlots>> slots;  // by the group's field
  for (const Kind& kind : source.site.corpus->schema.kinds) {
    const Field* group = kind.find_field(name);
    if (group == nullptr || group->type != FieldType::group) continue;
    for (const Field& field : group->fields) {
      FieldSlots slot{&field, {}};
      for (const Column& column : columns_of(field, source.languages(), true)) {
        slot.columns.push_back(shared_column(column, table));
      }
      slots[group].push_back(std::move(slot));
    }
  }
  if (content == TableContent::columns) return;
  for (RecordIndex i = 0; i < source.site.links.size(); ++i) {
    const Record& record = source.site.record(i);
    const FieldValue* value = record.find(name);
    if (value == nullptr || value->field->type != FieldType::group) continue;
    std::size_t number = 0;
    for (const Item& item : value->items) {
      const std::size_t row = table.cells.size();
      Row(table).add(record.id).add(record.kind->name).add(std::to_string(++number));
      fill_fields({source, record, true}, std::get<Group>(item.datum), slots.at(value->field), row, nullptr, table);
    }
  }
}

}  // namespace armillary
