// The files beside lists: what a page shows, as JSON and CSV.
#pragma once

#include <cstddef>
#include <vector>

#include "base/take_file.h"
#include "output/page_plan.h"
#include "output/page_view.h"

namespace armillary {

// [{name, address}] of the files that hold what the page shows; empty where there are none.
Value downloads_value(const PageSources& sources, const PlannedPage& page);

// Makes the files of all lists, hands them on and returns how many they are. REQUIRES sources.data.
std::size_t write_lists(const PageSources& sources, const std::vector<PlannedPage>& pages, std::size_t jobs,
                        const TakeFile& take);

}  // namespace armillary
