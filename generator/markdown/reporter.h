// Reports the problems of one text, at most kMaxReports of each severity: to place a diagnostic costs time in
// proportion to the file, and no editor reads the hundredth repetition.
#pragma once

#include <cstddef>

#include "base/diagnostic.h"
#include "base/source.h"
#include "markdown/markdown_messages.h"

namespace armillary::markdown {

class Reporter {
 public:
  static constexpr std::size_t kMaxReports = 100;

  Reporter(const SourceFile& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  template <typename... Args>
  void report(const Message& message, Span span, const Args&... args) {
    const bool is_error = message.severity == Severity::error;
    std::size_t& count = is_error ? errors_ : warnings_;
    if (count < kMaxReports) diagnostics_.report(message, file_, span, args...);
    if (count == kMaxReports) diagnostics_.report(is_error ? kMoreErrors : kMoreWarnings, file_, span, kMaxReports);
    ++count;
  }

  // Whether another report of this severity would be shown: else its place need not be looked for.
  bool takes(const Message& message) const {
    return (message.severity == Severity::error ? errors_ : warnings_) <= kMaxReports;
  }

  const SourceFile& file() const { return file_; }

 private:
  const SourceFile& file_;
  Diagnostics& diagnostics_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

}  // namespace armillary::markdown
