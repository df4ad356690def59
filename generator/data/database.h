// All tables as one SQLite database (file format 3).
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "data/table.h"

namespace armillary {

// Hands over the database's bytes: the same for the same tables and the same SQLite. `-` in a table's name becomes `_`;
// an empty cell is NULL; numbers are numbers, booleans 0 and 1. Throws FileError where memory ends.
void make_database(const std::vector<Table>& tables, const std::function<void(std::string_view bytes)>& take);

}  // namespace armillary
