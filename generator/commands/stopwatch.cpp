#include "commands/stopwatch.h"

#include <fmt/format.h>

namespace armillary {

void Stopwatch::lap(std::string_view stage) {
  const Clock::time_point now = Clock::now();
  laps_.emplace_back(stage, std::chrono::duration<double, std::milli>(now - last_).count());
  last_ = now;
}

std::string Stopwatch::report() const {
  std::string out;
  double whole = 0;
  for (const auto& [stage, milliseconds] : laps_) {
    out += fmt::format("{:>10.1f} ms  {}\n", milliseconds, stage);
    whole += milliseconds;
  }
  out += fmt::format("{:>10.1f} ms  all\n", whole);
  return note_.empty() ? out : out + note_ + "\n";
}

}  // namespace armillary
