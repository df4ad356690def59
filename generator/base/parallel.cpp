#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "base/helper_threads.h"

namespace armillary {
namespace {

// Hands out the indices in small runs, so that a few slow ones do not keep a thread waiting at the end, and
// keeps the first failure.
class Distribution {
 public:
  Distribution(std::size_t count, std::size_t jobs)
      : count_(count), chunk_(std::clamp<std::size_t>(count / (jobs * kChunksPerThread), 1, kMaxChunk)) {}

  // Runs on each thread until nothing is left.
  void work_off(const std::function<void(std::size_t)>& work) {
    while (!failed_) {
      const std::size_t begin = next_.fetch_add(chunk_);
      if (begin >= count_) return;
      const std::size_t end = std::min(begin + chunk_, count_);
      for (std::size_t index = begin; index < end && !failed_; ++index) run_one(index, work);
    }
  }

  void rethrow_failure() {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  static constexpr std::size_t kChunksPerThread = 8;
  static constexpr std::size_t kMaxChunk = 16;

  void run_one(std::size_t index, const std::function<void(std::size_t)>& work) {
    try {
      work(index);
    } catch (...) {
      const std::lock_guard<std::mutex> lock(mutex_);
      if (!failure_ || index < failed_index_) {
        failure_ = std::current_exception();
        failed_index_ = index;
      }
      failed_ = true;
    }
  }

  const std::size_t count_;
  const std::size_t chunk_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> failed_ = false;
  std::mutex mutex_;
  std::exception_ptr failure_;
  std::size_t failed_index_ = 0;
};

}  // namespace

std::size_t usable_threads() { return std::max<std::size_t>(std::thread::hardware_concurrency(), 1); }

void parallel_for(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& work) {
  jobs = std::clamp<std::size_t>(jobs, 1, std::max<std::size_t>(count, 1));
  if (jobs == 1) {
    for (std::size_t index = 0; index < count; ++index) work(index);
    return;
  }
  Distribution distribution(count, jobs);
  const std::function<void()> share = [&] { distribution.work_off(work); };
  {
    const Helpers helpers(jobs - 1, share);
    share();
  }
  distribution.rethrow_failure();
}

void parallel_for(std::size_t count, std::size_t jobs, Diagnostics& diagnostics,
                  const std::function<void(std::size_t, Diagnostics&)>& work) {
  std::vector<Diagnostics> collected(count);
  parallel_for(count, jobs, [&](std::size_t index) { work(index, collected[index]); });
  for (Diagnostics& one : collected) diagnostics.merge(std::move(one));
}

}  // namespace armillary
