// The commands that change files under content/. Each returns the exit status and throws as build_site does.
#pragma once

#include "commands/command_line.h"

namespace armillary {

// armillary new: prints the names of the files that it made.
int make_record(const Arguments& arguments);

// armillary rename: prints what changed in which file.
int rename_record(const Arguments& arguments);

}  // namespace armillary
