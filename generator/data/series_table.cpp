#include "data/series_table.h"

#include <algorithm>

#include "data/field_columns.h"

namespace armillary {
namespace {

bool is_filled(const FieldValue& value, const Field& inner) {
  return std::any_of(value.items.begin(), value.items.end(), [&](const Item& item) {
    const auto* group = std::get_if<Group>(&item.datum);
    return group != nullptr && find_value(*group, inner.name.value) != nullptr;
  });
}

}  // namespace

Table series_table(const DataSource& source, const Record& record, const FieldValue& value) {
  Table out;
  out.name = value.field->name.value;
  std::vector<std::pair<const Field*, std::size_t>> fields;  // and how many columns each takes
  for (const Field& inner : value.field->fields) {
    if (!is_filled(value, inner)) continue;
    const std::vector<Column> columns = columns_of(inner, source.languages(), true);
    fields.emplace_back(&inner, columns.size());
    for (const Column& column : columns) out.add_column(column);
  }
  const FieldCells cells{source, record, true};
  for (const Item& item : value.items) {
    const auto* group = std::get_if<Group>(&item.datum);
    if (group == nullptr) continue;
    std::size_t at = out.add_row();
    for (const auto& [inner, count] : fields) {
      std::vector<std::string> filling(count);
      cells.fill(*inner, find_value(*group, inner->name.value), nullptr, filling);
      out.fill(at, filling);
      at += count;
    }
  }
  return out;
}

}  // namespace armillary
