// Tables whose columns come from the schema: a row a record, or a row an entry of a group.
#pragma once

#include <string>

#include "data/data_source.h"
#include "data/table.h"

namespace armillary {

// Each fills an empty table.

// What all kinds have: the fields of one name and one form in each of them.
void fill_records(const DataSource& source, TableContent content, Table& table);

void fill_kind(const DataSource& source, const Kind& kind, TableContent content, Table& table);

// The entries of the groups of this name in all kinds; a column of one name is one column.
void fill_group(const DataSource& source, const std::string& name, TableContent content, Table& table);

// Fields that every kind has, as the first kind declares them.
std::vector<const Field*> common_fields(const Schema& schema);

}  // namespace armillary
