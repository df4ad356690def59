// The views that site.yaml declares and that texts embed: timeline, matrix, table.
#pragma once

#include <string>

#include "view/field_view.h"
#include "view/view_context.h"

namespace armillary {

// {type, path, title, intro} and one of
//   timeline: {svg, is_counted, count, lanes: [{label, kind}], years: [{year, address, count, steps}], facets}
//   matrix: {columns: [card], totals: [n], rows: [{card, cells: [[{id, label, date}]], count}], legend: [{id, label}],
//            facets (of the rows), column_facets}
//   table: {columns: [{name, label}], rows: [{card, cells: [field or none]}], facets}
// `steps` is empty where a timeline is too long to list; its years lead to their pages.
Value site_view(const ViewContext& context, const ViewFile& view, const DocumentPlace& place, const FacetIndex& facets);

// A timeline with more steps does not list them.
inline constexpr std::size_t kMaxListedSteps = 1500;

// The records that a view takes, by title.
std::vector<RecordIndex> records_of_view(const ViewContext& context, const ViewFile& view);

// A timeline of the steps of these records, as it stands on a page at `root`; without `facets`.
Value timeline_value(const ViewContext& context, const std::vector<RecordIndex>& records, const std::string& root);

}  // namespace armillary
