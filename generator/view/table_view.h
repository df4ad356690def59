// Records as rows, some of their fields as columns.
#pragma once

#include "view/field_view.h"
#include "view/view_context.h"

namespace armillary {

// See site_view for its form. Rows stand by the view's `sort` field, those without a value last, then by title.
Value table_value(const ViewContext& context, const ViewFile& view, const DocumentPlace& place,
                  const FacetIndex& facets);

}  // namespace armillary
