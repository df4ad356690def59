// The data described for catalogues: DCAT version 3 (W3C) as JSON-LD.
#pragma once

#include <string>
#include <string_view>

#include "data/data_set.h"
#include "data/data_source.h"

namespace armillary {

std::string catalog(const DataSource& source, const DataSet& data);

// By a file's name: `text/csv`.
std::string_view media_type_of(std::string_view name);

}  // namespace armillary
