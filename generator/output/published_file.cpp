#include "output/published_file.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <thread>

#include "base/parallel.h"

namespace armillary {
namespace {

constexpr std::uint64_t kSecond = 1'000'000'000;  // nanoseconds

std::uint64_t time_of(clockid_t clock) {
  timespec now{};
  ::clock_gettime(clock, &now);
  return nanoseconds(now);
}

// The earliest time that a file changed from now on can get: the kernel stamps files with its coarse clock, and since
// 6.13 with the fine one where somebody looked at the file since its last change.
std::uint64_t disk_time() { return time_of(CLOCK_REALTIME_COARSE); }

// Whether whoever changes the file from `now` on gives it another time. A time without a fraction is that of a disk
// that counts whole seconds, or two.
bool is_older(std::uint64_t time, std::uint64_t now) {
  return time % kSecond == 0 ? time + 2 * kSecond < now : time < now;
}

// Until the coarse clock has passed a time of the fine one: no file stamped before has a time as late as that.
std::uint64_t wait_for_step_after(std::uint64_t time) {
  constexpr std::chrono::microseconds kWait{200};
  constexpr int kMostWaits = 250;
  for (int i = 0; i < kMostWaits && disk_time() <= time; ++i) std::this_thread::sleep_for(kWait);
  return disk_time();
}

// Marks are taken of open files. A disk that gives a file its time when it is closed, as some in networks do, would let
// every build find every file changed.
bool changes_marks_at_close(const std::string& folder, const std::vector<PublishedFile>& files) {
  const auto one = std::find_if(files.begin(), files.end(), [](const PublishedFile& file) { return !file.is_linked; });
  return one != files.end() && mark_of(folder + "/" + one->name) != one->mark;
}

}  // namespace

std::uint64_t present_time() { return time_of(CLOCK_REALTIME); }

std::vector<PublishedFile> mark_again(const std::string& folder, std::vector<PublishedFile> files, std::size_t jobs) {
  if (changes_marks_at_close(folder, files)) return {};
  parallel_for(files.size(), jobs, [&](std::size_t i) {
    PublishedFile& file = files[i];
    const auto mark = file.is_linked ? mark_of(folder + "/" + file.name) : file.mark;
    if (mark && mark->inode != 0 && mark->holds_the_same_as(file.mark)) {
      file.mark = *mark;
    } else {
      file.name.clear();
    }
  });
  std::erase_if(files, [](const PublishedFile& file) { return file.name.empty(); });
  return files;
}

bool have_settled(const std::vector<PublishedFile>& files, std::uint64_t last_change) {
  const std::uint64_t now = wait_for_step_after(last_change);
  return std::all_of(files.begin(), files.end(), [&](const PublishedFile& file) {
    return is_older(file.mark.modified, now) && is_older(file.mark.changed, now);
  });
}

}  // namespace armillary
