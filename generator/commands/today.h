// The day of SOURCE_DATE_EPOCH (reproducible-builds.org).
#pragma once

#include <optional>

#include "base/partial_date.h"

namespace armillary {

// Nothing where it is not set. Throws UsageError where it is no sensible number of seconds.
std::optional<PartialDate> day_of_environment();

}  // namespace armillary
