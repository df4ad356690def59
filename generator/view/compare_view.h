// What readers choose from when they compare records: each kind's records with their main facts.
#pragma once

#include "view/field_view.h"
#include "view/view_context.h"

namespace armillary {

// {kinds: [{label, name, table}]}: a table as table_view.h makes it for each of the view's kinds that has records, with
// the view's columns or, where it names none, the fields by which the kind's records are told apart: its facets.
Value compare_value(const ViewContext& context, const ViewFile& view, const DocumentPlace& place,
                    const FacetIndex& facets);

}  // namespace armillary
