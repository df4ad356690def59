// Numbers as people write them: the digits are kept, so that 1.10 stays 1.10.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace armillary {

struct Decimal {
  double value = 0;
  std::string written;  // ASCII: an optional '-', digits, perhaps '.' and digits; at most 30 characters

  // Digits behind the point.
  int fraction_digits() const;
};

// Decimal ASCII digits, no leading zero but before the point, no exponent, no separators.
std::optional<Decimal> parse_decimal(std::string_view text);

}  // namespace armillary
