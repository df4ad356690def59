// What a page does not wait for: all other files of the site, and the mistakes that show only when pages are made.
#pragma once

#include <atomic>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "base/diagnostic.h"
#include "serve/descriptor.h"
#include "serve/snapshot.h"

namespace armillary {

using FileBytes = std::map<std::string, std::string, std::less<>>;

// A step of a check that is done.
struct CheckReport {
  std::size_t version = 0;
  std::shared_ptr<const FileBytes> other_files;  // first; null where a file could not be read
  std::optional<Diagnostics> problems;           // last
};

// Checks on threads of their own that give way to all others.
class BackgroundCheck {
 public:
  // Throws FileError where the system has no descriptor left.
  BackgroundCheck();

  // Can be read when there is a report.
  int descriptor() const { return bell_.number(); }

  // Begins to check a snapshot; an earlier check that still runs is given up, without waiting for its end.
  void start(std::shared_ptr<const Snapshot> snapshot, std::size_t version);

  // The reports since the last call, in their order; of a check that was given up, some may still come.
  std::vector<CheckReport> take();

 private:
  void check(const std::stop_token& stop, const Snapshot& snapshot, std::size_t version);
  void report(CheckReport report);

  struct Run {
    std::shared_ptr<std::atomic<bool>> has_ended;
    std::jthread thread;
  };

  Descriptor bell_;
  std::mutex mutex_;
  std::vector<CheckReport> reports_;
  std::vector<Run> runs_;  // the newest, and those given up that have not noticed yet; last, for they use the others
};

}  // namespace armillary
