// All tables as one SQLite database (file format 3).
#pragma once

#include <string>
#include <vector>

#include "data/table.h"

namespace armillary {

// The database's bytes: the same for the same tables and the same SQLite. `-` in a table's name becomes `_`; an empty
// cell is NULL; numbers are numbers, booleans 0 and 1. Throws FileError where memory ends.
std::string make_database(const std::vector<Table>& tables);

}  // namespace armillary
