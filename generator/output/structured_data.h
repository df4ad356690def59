// What search engines read in a page (JSON-LD with the vocabulary of schema.org).
#pragma once

#include <string>

#include "output/page_view.h"

namespace armillary {

// A whole JSON-LD document for a script element: the trail from the home page to this one, on a record's page the
// record, on the home page the site and its data. Empty for pages that are not to be found by themselves: redirects,
// errors, the choice of languages, texts of another language.
std::string structured_data(const PageSources& sources, const PlannedPage& page, const std::string& title);

}  // namespace armillary
