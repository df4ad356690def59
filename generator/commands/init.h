// armillary init
#pragma once

#include "commands/command_line.h"

namespace armillary {

// Fills the folder, a new or empty one, with a small observatory that builds. Returns the exit status. Throws
// UsageError where the folder holds anything, FileError where the machine fails.
int make_observatory(const Arguments& arguments);

}  // namespace armillary
