// The form of a kind's records in JSON, as JSON Schema (draft 2020-12).
#pragma once

#include <string>

#include "data/data_source.h"

namespace armillary {

std::string json_schema_of(const DataSource& source, const Kind& kind);

}  // namespace armillary
