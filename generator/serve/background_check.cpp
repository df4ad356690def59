#include "serve/background_check.h"

#include <sys/eventfd.h>
#include <sys/resource.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

#include "base/file_system.h"
#include "serve/serve_messages.h"

namespace armillary {
namespace {

// The check is no longer wanted.
struct GivenUp {};

// On Linux a thread has a niceness of its own.
void give_way_to_others() {
  constexpr int kNiceness = 10;
  setpriority(PRIO_PROCESS, 0, kNiceness);
}

std::shared_ptr<const FileBytes> other_files(const std::stop_token& stop, const Snapshot& snapshot) {
  auto out = std::make_shared<FileBytes>();
  std::mutex mutex;
  const TakeFile take = [&](const std::string& name, const FileContent& content) {
    if (stop.stop_requested()) throw GivenUp{};
    if (snapshot.find_static(name) != nullptr) return;
    const std::lock_guard guard(mutex);
    out->emplace(name, content.joined());
  };
  for (const auto& write : snapshot.renderer().other_files(take)) write();
  return out;
}

}  // namespace

BackgroundCheck::BackgroundCheck() : bell_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (!bell_.is_open()) throw FileError("", std::string("cannot make a descriptor: ") + std::strerror(errno));
}

void BackgroundCheck::start(std::shared_ptr<const Snapshot> snapshot, std::size_t version) {
  for (Run& run : runs_) run.thread.request_stop();
  std::erase_if(runs_, [](const Run& run) { return run.has_ended->load(); });
  Run run{std::make_shared<std::atomic<bool>>(false), {}};
  run.thread = std::jthread(
      [this, snapshot = std::move(snapshot), version, has_ended = run.has_ended](const std::stop_token& stop) mutable {
        give_way_to_others();
        try {
          check(stop, *snapshot, version);
        } catch (const GivenUp&) {  // nobody waits for the rest
        }
        snapshot = nullptr;
        has_ended->store(true);
      });
  runs_.push_back(std::move(run));
}

void BackgroundCheck::check(const std::stop_token& stop, const Snapshot& snapshot, std::size_t version) {
  Diagnostics problems;
  try {
    report({version, other_files(stop, snapshot), std::nullopt});
  } catch (const FileError& error) {
    problems.report_file(kUnreadable, error.path(), error.what());
  }
  std::string html;
  for (const PlannedPage& page : snapshot.renderer().pages()) {
    if (stop.stop_requested()) return;
    html.clear();
    snapshot.renderer().render_page(page, html, problems);
  }
  problems.keep_first_at_each_place();
  report({version, nullptr, std::move(problems)});
}

void BackgroundCheck::report(CheckReport report) {
  {
    const std::lock_guard guard(mutex_);
    reports_.push_back(std::move(report));
  }
  eventfd_write(bell_.number(), 1);
}

std::vector<CheckReport> BackgroundCheck::take() {
  eventfd_t ignored = 0;
  eventfd_read(bell_.number(), &ignored);
  const std::lock_guard guard(mutex_);
  return std::exchange(reports_, {});
}

}  // namespace armillary
