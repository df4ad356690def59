// armillary init
#pragma once

#include <string>

namespace armillary {

// Fills a new or empty folder with a small observatory that builds. Returns the exit status. Throws UsageError where
// the folder holds anything, FileError where the machine fails.
int make_observatory(const std::string& folder);

}  // namespace armillary
