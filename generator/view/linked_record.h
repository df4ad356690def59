// A record in JSON-LD with the vocabulary of schema.org, as its schema's `jsonld` maps it.
#pragma once

#include <string>
#include <string_view>

#include "view/view_context.h"

namespace armillary {

// An object as finished JSON for a script element, its texts in the context's language. `base_url` is where the site
// stands. Empty where the kind has no `jsonld`.
std::string linked_record(const ViewContext& context, RecordIndex record, std::string_view base_url);

}  // namespace armillary
