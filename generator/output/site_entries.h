// What site.yaml names to be led to: the navigation and the questions of the home page.
#pragma once

#include "view/view_context.h"

namespace armillary {

// [{label, address, is_external}]; all views and all pages where site.yaml names none.
Value navigation_value(const ViewContext& context);

// [{label, address, is_external}]; a question about some records leads to their comparison.
Value questions_value(const ViewContext& context);

}  // namespace armillary
