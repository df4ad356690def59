// A cited work as it stands in a list of references.
#pragma once

#include <string>

#include "view/view_context.h"

namespace armillary {

// Author, date, title, container, publisher, address, as HTML.
std::string reference_text(const ViewContext& context, RecordIndex record);

}  // namespace armillary
