// Who takes part in what: a row for every record of one kind, a column for every record that names any of them.
#pragma once

#include "view/facets.h"
#include "view/view_context.h"

namespace armillary {

// See site_view for its form. Columns stand by date, rows by title.
Value matrix_value(const ViewContext& context, const ViewFile& view, const FacetIndex& facets);

}  // namespace armillary
