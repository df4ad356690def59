// Dates as marks on one line, for a cell of a table: the same scale in every row lets rows be compared by eye.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace armillary::charts {

struct StripMark {
  std::int32_t first_day = 0;  // days since 1970-01-01
  std::int32_t last_day = 0;
};

// What all strips of a column share.
struct StripScale {
  std::int32_t first_day = 0;
  std::int32_t last_day = 0;  // REQUIRES: after first_day
};

// As wide as its cell. Hidden from screen readers: the cell says the same in words.
std::string draw_strip(const std::vector<StripMark>& marks, const StripScale& scale);

}  // namespace armillary::charts
