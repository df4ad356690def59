// One series of dated numbers as a table: what an indicator's page offers for download.
#pragma once

#include "data/data_source.h"
#include "data/table.h"

namespace armillary {

// A row an entry, with the columns of field_columns.h that any entry fills. REQUIRES a group of this record.
Table series_table(const DataSource& source, const Record& record, const FieldValue& value);

}  // namespace armillary
