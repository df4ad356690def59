#include "base/helper_threads.h"

#include <system_error>
#include <utility>

namespace armillary {
namespace {

// Those that have nothing to do.
class IdleThreads {
 public:
  static IdleThreads& of_program() {
    static IdleThreads all;
    return all;
  }

  std::unique_ptr<HelperThread> take() {
    const std::lock_guard guard(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<HelperThread> out = std::move(idle_.back());
      idle_.pop_back();
      return out;
    }
    idle_.reserve(count_ + 1);
    auto out = std::make_unique<HelperThread>();
    ++count_;
    return out;
  }

  // There is room for all that were ever taken.
  void give_back(std::unique_ptr<HelperThread> thread) {
    const std::lock_guard guard(mutex_);
    idle_.push_back(std::move(thread));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<HelperThread>> idle_;
  std::size_t count_ = 0;
};

}  // namespace

HelperThread::HelperThread() : thread_([this](const std::stop_token& stop) { run(stop); }) {}

void HelperThread::begin(std::function<void()> work) {
  const std::lock_guard guard(mutex_);
  work_ = std::move(work);
  is_busy_ = true;
  changed_.notify_all();
}

void HelperThread::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !is_busy_; });
}

void HelperThread::run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [this] { return is_busy_; })) {
    lock.unlock();
    work_();
    lock.lock();
    is_busy_ = false;
    changed_.notify_all();
  }
}

Helpers::Helpers(std::size_t count, const std::function<void()>& work) {
  threads_.reserve(count);
  try {
    for (std::size_t i = 0; i < count; ++i) {
      threads_.push_back(IdleThreads::of_program().take());
      threads_.back()->begin([&work] { work(); });
    }
  } catch (const std::system_error&) {
    // The machine gives no more threads: those that run do the work.
  }
}

Helpers::~Helpers() {
  for (std::unique_ptr<HelperThread>& thread : threads_) {
    thread->wait();
    IdleThreads::of_program().give_back(std::move(thread));
  }
}

}  // namespace armillary
