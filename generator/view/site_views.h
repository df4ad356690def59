// The views that site.yaml declares and that texts embed: timeline, matrix, table, compare, diagram.
#pragma once

#include <string>

#include "view/field_view.h"
#include "view/view_context.h"

namespace armillary {

// {type, path, title, intro} and one of
//   timeline: timeline_view.h, and facets
//   matrix: {columns: [card], totals: [n], rows: [{card, cells: [[{id, label, date}]], count}], legend: [{id, label}],
//            facets (of the rows), column_facets}
//   table: table_view.h   compare: compare_view.h   diagram: diagram_view.h
Value site_view(const ViewContext& context, const ViewFile& view, const DocumentPlace& place, const FacetIndex& facets);

// The records that a view takes, by title.
std::vector<RecordIndex> records_of_view(const ViewContext& context, const ViewFile& view);

}  // namespace armillary
