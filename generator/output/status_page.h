// The page that says what the observatory lacks: what `armillary status` says, for everybody.
#pragma once

#include "output/list_pages.h"
#include "upkeep/stock.h"

namespace armillary {

// Records of one sort, kind and language that are named on the page; the others are counted.
inline constexpr std::size_t kNamedPerGroup = 200;

// {lacks, count_of_findings, count_of_pages} as templates/README.md describes them. REQUIRES sources.stock.
ListPage status_page(const PageSources& sources, const PlannedPage& page);

}  // namespace armillary
