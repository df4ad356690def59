// The tables described for programs: a Frictionless Data Package (specs.frictionlessdata.io, version 1) with a Table
// Schema for each CSV file.
#pragma once

#include <string>

#include "data/data_set.h"
#include "data/data_source.h"

namespace armillary {

std::string data_package(const DataSource& source, const DataSet& data);

}  // namespace armillary
