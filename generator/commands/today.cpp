#include "commands/today.h"

#include <charconv>
#include <cstdlib>
#include <string>
#include <string_view>

#include "commands/options.h"

namespace armillary {

std::optional<PartialDate> day_of_environment() {
  constexpr long long kSecondsOfDay = 86'400;
  constexpr long long kYear9999 = 253'402'300'799;
  const char* text = std::getenv("SOURCE_DATE_EPOCH");  // NOLINT(concurrency-mt-unsafe): read once, before any thread
  if (text == nullptr) return std::nullopt;
  const std::string_view digits = text;
  long long seconds = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  const bool usable =
      error == std::errc() && end == digits.data() + digits.size() && seconds >= 0 && seconds <= kYear9999;
  if (!usable)
    throw UsageError{"SOURCE_DATE_EPOCH is '" + std::string(digits) + "', which is no number of seconds since 1970"};
  return PartialDate(point_of_day(static_cast<std::int32_t>(seconds / kSecondsOfDay)));
}

}  // namespace armillary
