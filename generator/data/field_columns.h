// The columns that a field takes in a table, and the cells of its values.
//
//   text, url, file     NAME, or NAME_zh NAME_en where it is localized
//   markdown            the same, as Markdown
//   number, boolean     NAME
//   date                NAME as it was written, NAME_first_day and NAME_last_day of what it may mean
//   choice, ref         NAME with ids, NAME_zh NAME_en with labels or titles; of a derived choice also NAME_since
//   group               NAME_count; inside another group NAME as JSON
//   sourced             besides, NAME_absence
//
// Several values stand in one cell, parted by kValueSeparator.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "data/data_source.h"
#include "data/table.h"

namespace armillary {

std::vector<Column> columns_of(const Field& field, const Languages& languages, bool in_group);

// Whether the columns of both are the same but for their names.
bool has_same_form(const Field& a, const Field& b);

// What a field of a record or of a group's entry holds.
struct FieldCells {
  const DataSource& source;
  const Record& record;
  bool in_group = false;

  // REQUIRES as many empty cells as columns_of gives columns. `value` and `state` may be null.
  void fill(const Field& field, const FieldValue* value, const DerivedState* state, std::span<std::string> cells) const;
};

// One value as a text: an id, a number, a date, a text in the site's first language that has it.
std::string text_of(const DataSource& source, const Item& item);

// The first and the last day that a date may mean.
std::string first_day_of(const PartialDate& date);
std::string last_day_of(const PartialDate& date);

}  // namespace armillary
