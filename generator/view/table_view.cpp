#include "view/table_view.h"

#include <algorithm>

#include "view/facet_values.h"
#include "view/site_views.h"

namespace armillary {
namespace {

// What a field sorts by: numbers by size, dates by day, everything else by its text.
struct SortKey {
  bool has_value = false;
  double number = 0;
  std::string text;
};

SortKey key_of(const ViewContext& context, RecordIndex record, const std::string& field) {
  SortKey key;
  const FieldValue* value = context.record(record).find(field);
  if (value == nullptr || value->items.empty()) return key;
  const Datum& datum = value->items.front().datum;
  key.has_value = true;
  if (const auto* number = std::get_if<Decimal>(&datum)) key.number = number->value;
  if (const auto* date = std::get_if<PartialDate>(&datum)) key.number = date->earliest_day();
  if (const auto* text = std::get_if<PlainText>(&datum)) key.text = text->text;
  if (const auto* term = std::get_if<ChosenTerm>(&datum)) key.text = term->id;
  return key;
}

bool key_comes_before(const SortKey& a, const SortKey& b) {
  if (a.has_value != b.has_value) return a.has_value;
  if (a.number != b.number) return a.number < b.number;
  return a.text < b.text;
}

Value cell_of(const ViewContext& context, RecordIndex record, const std::string& name, const DocumentPlace& place,
              const FacetIndex& facets) {
  if (const DerivedState* state = context.site.find_state(record, name)) {
    return derived_field_value(context, *state, facets);
  }
  const FieldValue* value = context.record(record).find(name);
  return value == nullptr ? Value::none() : field_value(context, *value, place, facets);
}

}  // namespace

const Field* column_of_table(const ViewContext& context, const std::vector<RecordIndex>& records,
                             const std::string& name) {
  for (const RecordIndex record : records) {
    if (const Field* field = context.record(record).kind->find_field(name)) return field;
  }
  return nullptr;
}

std::vector<RecordIndex> records_of_table(const ViewContext& context, const ViewFile& view) {
  std::vector<RecordIndex> records = records_of_view(context, view);
  if (view.sort.value.empty()) return records;
  std::stable_sort(records.begin(), records.end(), [&](RecordIndex a, RecordIndex b) {
    return key_comes_before(key_of(context, a, view.sort.value), key_of(context, b, view.sort.value));
  });
  return records;
}

Value table_value(const ViewContext& context, const ViewFile& view, const DocumentPlace& place,
                  const FacetIndex& facets) {
  const std::vector<RecordIndex> records = records_of_table(context, view);
  Array columns;
  std::vector<std::string> names;
  for (const Located<std::string>& column : view.columns) {
    const Field* field = column_of_table(context, records, column.value);
    if (field == nullptr || column.value == "title") continue;
    names.push_back(column.value);
    Map made;
    made.set("name", column.value);
    made.set("label", field_label(context, *field));
    made.set("type", name_of(field->type));
    columns.emplace_back(std::move(made));
  }
  Array rows;
  for (const RecordIndex record : records) {
    Array cells;
    for (const std::string& name : names) cells.push_back(cell_of(context, record, name, place, facets));
    Map row;
    row.set("card", context.cards[record]);
    row.set("cells", std::move(cells));
    rows.emplace_back(std::move(row));
  }
  Map out;
  out.set("columns", std::move(columns));
  out.set("rows", std::move(rows));
  out.set("facets", facets_among(context, facets, records, ListOf::many));
  return out;
}

}  // namespace armillary
