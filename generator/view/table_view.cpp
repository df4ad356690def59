#include "view/table_view.h"

#include <algorithm>

#include "charts/strip_chart.h"
#include "link/derive.h"
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

// The dates of a group's entries.
std::vector<PartialDate> dates_in(const ViewContext& context, RecordIndex record, const std::string& name) {
  std::vector<PartialDate> out;
  const FieldValue* value = context.record(record).find(name);
  if (value == nullptr) return out;
  for (const Item& item : value->items) {
    const auto* group = std::get_if<Group>(&item.datum);
    const auto date = group != nullptr ? date_of_entry(*group) : std::nullopt;
    if (date) out.push_back(*date);
  }
  std::sort(out.begin(), out.end());
  return out;
}

// The dates of a column of groups, row by row, and their common scale.
struct DatedColumn {
  std::vector<std::vector<PartialDate>> rows;
  std::optional<PartialDate> first;
  std::optional<PartialDate> last;

  bool has_scale() const { return first && last->latest_day() > first->earliest_day(); }
};

DatedColumn dated_column(const ViewContext& context, const std::vector<RecordIndex>& records, const std::string& name) {
  DatedColumn out;
  for (const RecordIndex record : records) {
    out.rows.push_back(dates_in(context, record, name));
    for (const PartialDate& date : out.rows.back()) {
      if (!out.first || date.earliest_day() < out.first->earliest_day()) out.first = date;
      if (!out.last || date.latest_day() > out.last->latest_day()) out.last = date;
    }
  }
  return out;
}

Value strip_of(const ViewContext& context, const DatedColumn& column, std::size_t row) {
  const std::vector<PartialDate>& dates = column.rows[row];
  if (dates.empty() || !column.has_scale()) return Value::none();
  std::vector<charts::StripMark> marks;
  marks.reserve(dates.size());
  for (const PartialDate& date : dates) marks.push_back({date.earliest_day(), date.latest_day()});
  Map out;
  out.set("svg", Value::html(charts::draw_strip(marks, {column.first->earliest_day(), column.last->latest_day()})));
  out.set("count", dates.size());
  out.set("first", context.format.year(dates.front().year()));
  out.set("last", context.format.year(dates.back().year()));
  return Value(std::move(out));
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
  std::vector<DatedColumn> dated;
  for (const Located<std::string>& column : view.columns) {
    const Field* field = column_of_table(context, records, column.value);
    if (field == nullptr || column.value == "title") continue;
    names.push_back(column.value);
    Map made;
    made.set("name", column.value);
    made.set("label", field_label(context, *field));
    made.set("type", name_of(field->type));
    dated.push_back(field->type == FieldType::group ? dated_column(context, records, column.value) : DatedColumn());
    const bool has_scale = dated.back().has_scale();
    made.set("since", has_scale ? Value(context.format.year(dated.back().first->year())) : Value::none());
    made.set("until", has_scale ? Value(context.format.year(dated.back().last->end().year)) : Value::none());
    columns.emplace_back(std::move(made));
  }
  Array rows;
  for (std::size_t i = 0; i < records.size(); ++i) {
    Array cells;
    Array strips;
    for (std::size_t column = 0; column < names.size(); ++column) {
      cells.push_back(cell_of(context, records[i], names[column], place, facets));
      strips.push_back(dated[column].has_scale() ? strip_of(context, dated[column], i) : Value::none());
    }
    Map row;
    row.set("card", context.cards[records[i]]);
    row.set("cells", std::move(cells));
    row.set("strips", std::move(strips));
    rows.emplace_back(std::move(row));
  }
  Map out;
  out.set("columns", std::move(columns));
  out.set("rows", std::move(rows));
  out.set("facets", facets_among(context, facets, records, ListOf::many));
  return out;
}

}  // namespace armillary
