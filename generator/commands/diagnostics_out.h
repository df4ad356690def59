// Diagnostics go to standard error in the form that the command line asks for.
#pragma once

#include "base/diagnostic.h"
#include "base/translation.h"
#include "commands/options.h"

namespace armillary {

// Prints them in the translation's words, as they are ordered; in colour where standard error is a terminal.
void print_to_standard_error(Diagnostics diagnostics, const Translation& translation, const CommonOptions& options);

}  // namespace armillary
