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

// See site_view for its form.
Value table_value(const ViewContext& context, const ViewFile& view, const DocumentPlace& place,
                  const FacetIndex& facets);

}  // namespace armillary
