// Numbers in texts, as Python's int() and float() read them: with white space around, single underscores between
// digits, and the digits of every script.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace armillary::templating {

// `base` is 0 (the prefix decides) or 2 to 36. None also for a number beyond 64 bits.
std::optional<std::int64_t> parse_integer(std::string_view text, int base);
std::optional<double> parse_floating(std::string_view text);

// Towards zero. None for infinities, "not a number", and numbers beyond 64 bits.
std::optional<std::int64_t> truncated(double value);

}  // namespace armillary::templating
