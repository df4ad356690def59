// What tables and columns mean, in the words of every language (templates/strings).
#pragma once

#include "data/data_source.h"
#include "data/site_tables.h"

namespace armillary {

LocalizedText title_of(const DataSource& source, const TablePlan& plan);
LocalizedText description_of(const DataSource& source, const TablePlan& plan);

// A field's label, and what the column tells of it: "Adopted: first day".
LocalizedText title_of(const DataSource& source, const Column& column);
LocalizedText description_of(const DataSource& source, const Column& column);

}  // namespace armillary
