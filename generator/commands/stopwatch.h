// How long each stage took, for --timings.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace armillary {

class Stopwatch {
 public:
  // With room for the stages of a build: the last ends when nothing may fail any more.
  Stopwatch() { laps_.reserve(kStages); }

  // Ends a stage: the time since the last lap is its own.
  void lap(std::string_view stage);

  // Something else to say of the build, on a line of its own below the stages.
  void note(std::string text) { note_ = std::move(text); }

  // A line a stage and one for the whole, in milliseconds.
  std::string report() const;

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::size_t kStages = 12;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
  std::vector<std::pair<std::string, double>> laps_;
  std::string note_;
};

}  // namespace armillary
