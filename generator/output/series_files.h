// Series of numbers as CSV beside their record's page: zh/indicators/ships/series.csv.
#pragma once

#include <cstddef>

#include "base/take_file.h"
#include "output/page_view.h"

namespace armillary {

// Hands all of them on, in every language; how many there were. None where the site does without data.
std::size_t write_series_files(const PageSources& sources, const TakeFile& take);

}  // namespace armillary
