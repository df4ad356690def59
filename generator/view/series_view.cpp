#include "view/series_view.h"

#include <fmt/format.h>

#include "charts/series_chart.h"
#include "view/addresses.h"

namespace armillary {
namespace {

template <typename Wanted>
const Wanted* datum_of(const Group& group, const Field* field) {
  if (field == nullptr) return nullptr;
  const FieldValue* value = find_value(group, field->name.value);
  return value == nullptr || value->items.empty() ? nullptr : std::get_if<Wanted>(&value->items.front().datum);
}

bool is_name(const Field& field) {
  return field.type == FieldType::choice || (field.type == FieldType::text && field.localized);
}

const LocalizedText* name_of_point(const Group& group, const Field* field) {
  if (const auto* text = datum_of<LocalizedText>(group, field)) return text;
  const auto* chosen = datum_of<ChosenTerm>(group, field);
  const Term* term = chosen == nullptr ? nullptr : field->find_term(chosen->id);
  return term == nullptr ? nullptr : &term->label;
}

std::optional<charts::SeriesPoint> point_of(const ViewContext& context, const SeriesFields& fields, const Item& item) {
  const auto* group = std::get_if<Group>(&item.datum);
  if (group == nullptr) return std::nullopt;
  const auto* number = datum_of<Decimal>(*group, fields.number);
  const auto* date = datum_of<PartialDate>(*group, fields.date);
  if (number == nullptr || date == nullptr) return std::nullopt;
  charts::SeriesPoint out;
  out.value = number->value;
  out.number = context.format.number(*number);
  out.first_day = date->earliest_day();
  out.last_day = date->latest_day();
  out.date = context.format.date(*date);
  if (const LocalizedText* name = name_of_point(*group, fields.name)) {
    const LanguageIndex shown = name->shown_in(context.language);
    out.name = std::string(name->in(shown));
    if (shown != context.language) out.name_language = context.site.file().languages[shown].tag;
  }
  return out;
}

charts::SeriesChart chart_of(const ViewContext& context, const FieldValue& value) {
  const std::optional<SeriesFields> fields = series_fields(*value.field);
  charts::SeriesChart out;
  for (const Item& item : value.items) {
    if (auto point = point_of(context, *fields, item)) out.points.push_back(*std::move(point));
  }
  for (const double tick : charts::round_ticks(out.points)) {
    const auto number = parse_decimal(fmt::format("{:g}", tick));
    out.ticks.push_back({tick, number ? context.format.number(*number) : fmt::format("{:g}", tick)});
  }
  return out;
}

}  // namespace

std::optional<SeriesFields> series_fields(const Field& field) {
  if (field.type != FieldType::group || !field.many) return std::nullopt;
  SeriesFields out;
  for (const Field& inner : field.fields) {
    const bool is_number = inner.type == FieldType::number;
    const bool is_date = inner.type == FieldType::date;
    if ((is_number && out.number != nullptr) || (is_date && out.date != nullptr)) return std::nullopt;
    if (is_number) out.number = &inner;
    if (is_date) out.date = &inner;
    if (is_name(inner) && out.name == nullptr) out.name = &inner;
  }
  if (out.number == nullptr || out.date == nullptr) return std::nullopt;
  return out;
}

bool is_series(const FieldValue& value) { return value.items.size() > 1 && series_fields(*value.field).has_value(); }

std::string series_address(const Language& language, const Record& record, const Field& field) {
  return record_address(language, record) + field.name.value + ".csv";
}

Value series_value(const ViewContext& context, RecordIndex index) {
  const Record& record = context.record(index);
  const bool has_data = context.site.file().has(Output::data);
  Map out;
  for (const FieldValue& value : record.fields) {
    if (!is_series(value)) continue;
    const charts::SeriesChart chart = chart_of(context, value);
    if (chart.points.size() < 2) continue;
    Map made;
    made.set("svg", Value::html(charts::draw_series(chart)));
    made.set("file", has_data ? series_address(context.lang(), record, *value.field) : std::string());
    out.set(value.field->name.value, std::move(made));
  }
  return Value(std::move(out));
}

}  // namespace armillary
