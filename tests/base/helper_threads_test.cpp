#include "base/helper_threads.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <functional>
#include <mutex>
#include <set>
#include <thread>

using armillary::Helpers;
using armillary::HelperThread;

TEST_CASE("a thread does one work after the other") {
  HelperThread thread;
  std::set<std::thread::id> threads;
  for (int i = 1; i <= 100; ++i) {
    int done = 0;
    thread.begin([&] {
      done = i;
      threads.insert(std::this_thread::get_id());
    });
    thread.wait();
    CHECK(done == i);
  }
  CHECK(threads.size() == 1);
  CHECK_FALSE(threads.contains(std::this_thread::get_id()));
}

TEST_CASE("a thread that never got work ends") {
  const HelperThread thread;
  SUCCEED();
}

TEST_CASE("helpers have all done the work when they are gone, and threads that are idle help again") {
  std::mutex mutex;
  std::set<std::thread::id> threads;
  for (int i = 0; i < 50; ++i) {
    std::atomic<int> count = 0;
    {
      const std::function<void()> work = [&] {
        ++count;
        const std::lock_guard guard(mutex);
        threads.insert(std::this_thread::get_id());
      };
      const Helpers helpers(3, work);
    }
    CHECK(count == 3);
  }
  CHECK(threads.size() == 3);
}

TEST_CASE("helpers may have helpers, and many may ask for them at once") {
  std::atomic<int> count = 0;
  for (int i = 0; i < 20; ++i) {
    const std::function<void()> inner_work = [&] { ++count; };
    const std::function<void()> outer_work = [&] { const Helpers inner(2, inner_work); };
    const Helpers outer(4, outer_work);
  }
  CHECK(count == 20 * 4 * 2);
}
