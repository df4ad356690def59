// armillary build and armillary check: the program in one page.
#pragma once

#include "commands/options.h"

namespace armillary {

// Ends the program with the exit status: 0 done, 1 the content or the templates have errors. Throws FileError where the
// machine fails and UsageError where the command line is wrong. Diagnostics go to standard error.
[[noreturn]] void build_site(const CommonOptions& options, Writing writing);

}  // namespace armillary
