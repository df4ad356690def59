// The views that site.yaml declares and that texts embed: timeline, matrix, table.
#pragma once

#include <string>

#include "view/field_view.h"
#include "view/view_context.h"

namespace armillary {

// {type, path, title, intro} and one of
//   timeline: {svg, is_counted, lanes: [{label, kind}], years: [{year, address, count, steps}]}
//   matrix: {columns: [card], rows: [{card, cells: [[{id, label, date}]], count}], legend: [{id, label}]}
//   table: {columns: [{name, label}], rows: [{card, cells: [field or none]}]}
// `steps` is empty where a timeline is too long to list; its years lead to their pages.
Value site_view(const ViewContext& context, const ViewFile& view, const DocumentPlace& place, const FacetIndex& facets);

// The records that a view takes, by title.
std::vector<RecordIndex> records_of_view(const ViewContext& context, const ViewFile& view);

// A timeline of the steps of these records, as it stands on a page at `root`.
Value timeline_value(const ViewContext& context, const std::vector<RecordIndex>& records, const std::string& root);

}  // namespace armillary
