// Threads that go on waiting for work where others would end: to begin one takes time, and what it leaves of its memory
// others have to look through.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace armillary {

class HelperThread {
 public:
  // Throws std::system_error where the machine gives no more threads.
  HelperThread();

  // REQUIRES: what it did before has ended, and `work` does not throw.
  void begin(std::function<void()> work);
  void wait();

 private:
  void run(const std::stop_token& stop);

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::function<void()> work_;
  bool is_busy_ = false;
  std::jthread thread_;  // begins when all else is there, and ends first
};

// Up to `count` threads at the same work, the program's idle ones first; fewer where the machine gives no more. At the
// end of its life it waits for them and leaves them to others. May be used by many threads at once.
class Helpers {
 public:
  // `work` must not throw and must outlive them.
  Helpers(std::size_t count, const std::function<void()>& work);
  Helpers(std::size_t count, std::function<void()>&& work) = delete;
  ~Helpers();
  Helpers(const Helpers&) = delete;
  Helpers& operator=(const Helpers&) = delete;

 private:
  std::vector<std::unique_ptr<HelperThread>> threads_;
};

}  // namespace armillary
