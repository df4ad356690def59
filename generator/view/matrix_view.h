// Who takes part in what: a row for every record of one kind, a column for every record that names any of them.
#pragma once

#include "view/facets.h"
#include "view/view_context.h"

namespace armillary {

// One mark of a matrix.
struct MatrixEntry {
  RecordIndex row = 0;
  RecordIndex column = 0;
  const Term* term = nullptr;  // null: no `cell` field, or no value there
  std::optional<PartialDate> date;
};

// All marks, by row and column in the order of the matrix.
std::vector<MatrixEntry> matrix_entries(const ViewContext& context, const ViewFile& view);

// See site_view for its form. Columns stand by date, rows by title.
Value matrix_value(const ViewContext& context, const ViewFile& view, const FacetIndex& facets);

}  // namespace armillary
