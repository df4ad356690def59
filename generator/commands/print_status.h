// armillary status
#pragma once

#include "commands/command_line.h"

namespace armillary {

// Prints what the observatory lacks, or writes digests into translations. Returns the exit status; throws as build_site
// does.
int print_status(const Arguments& arguments);

}  // namespace armillary
