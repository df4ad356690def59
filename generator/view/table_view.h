// Records as rows, some of their fields as columns.
#pragma once

#include "view/field_view.h"
#include "view/view_context.h"

namespace armillary {

// The rows: by the view's `sort` field, those without a value last, then by title.
std::vector<RecordIndex> records_of_table(const ViewContext& context, const ViewFile& view);

// The field of this name in the first of the records whose kind has it; null where none has.
const Field* column_of_table(const ViewContext& context, const std::vector<RecordIndex>& records,
                             const std::string& name);

// {columns: [{name, label, type, since, until}], rows: [{card, cells: [field or none], strips: [strip or none]}],
// facets}. A column of groups with dates has a strip in each cell, {svg, count, first, last}, all on one scale from
// `since` to `until`; these are none in other columns.
Value table_value(const ViewContext& context, const ViewFile& view, const DocumentPlace& place,
                  const FacetIndex& facets);

}  // namespace armillary
