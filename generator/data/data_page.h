// The page about open data: its files, and the dictionary of all fields.
#pragma once

#include "data/data_source.h"
#include "view/view_context.h"

namespace armillary {

// What data.html is given (templates/README.md).
Map data_page(const ViewContext& context, const DataSource& source);

}  // namespace armillary
