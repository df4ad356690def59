// armillary schema
#pragma once

#include "commands/command_line.h"

namespace armillary {

// Prints the JSON Schema of a kind or of all, or writes one file KIND.json for each into a folder. Returns the exit
// status; throws as build_site does.
int print_schema(const Arguments& arguments);

}  // namespace armillary
