// Values as JSON, as Python's json.dumps(sort_keys=True) writes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "templating/failure.h"
#include "templating/value.h"

namespace armillary::templating {

// On one line, or with `indent` spaces a level. ASCII only. Fails for what JSON has no form for.
std::string json_of(const Value& value, std::optional<std::int64_t> indent, const Place& place);

}  // namespace armillary::templating
