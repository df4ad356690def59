// Which pages may stay as they are after texts have changed in a way that other pages do not see.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "output/page_plan.h"

namespace armillary {

// Whether the page shows more of one of these texts than its outline (output/last_build.h says why nothing else can
// have changed on it). `texts` are places in Corpus::files, sorted.
bool shows_body_of(const Site& site, const PlannedPage& page, const std::vector<std::size_t>& texts);

// Whether a page stands already and need not be made; called by many threads at once. What it throws ends the
// rendering.
using KeepPage = std::function<bool(const PlannedPage& page)>;

}  // namespace armillary
