// Whether every link that an editor wrote by hand leads to a page, a file or a heading of this site.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "output/page_plan.h"
#include "output/page_view.h"

namespace armillary {

// Links of generated lists cannot be wrong; those written in texts can: relative addresses and the anchors of
// [[id#anchor]].
void check_links(const PageSources& sources, const std::vector<PlannedPage>& pages,
                 const std::vector<StaticFile>& static_files, std::size_t jobs, Diagnostics& diagnostics);

}  // namespace armillary
