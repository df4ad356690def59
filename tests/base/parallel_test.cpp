#include "base/parallel.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace armillary;

namespace {

constexpr Message kOdd{Severity::warning, "odd", "number {}"};

}  // namespace

TEST_CASE("every index is worked on once, on any number of jobs") {
  const auto jobs = GENERATE(std::size_t{0}, 1, 2, 7, 64);
  const auto count = GENERATE(std::size_t{0}, 1, 2, 63, 1000, 5001);
  std::vector<std::atomic<int>> calls(count);
  parallel_for(count, jobs, [&](std::size_t index) { ++calls[index]; });
  bool each_once = true;
  for (const auto& call : calls) each_once = each_once && call == 1;
  CHECK(each_once);
}

TEST_CASE("one job runs in order on the caller's thread") {
  std::vector<std::size_t> order;
  const auto caller = std::this_thread::get_id();
  bool same_thread = true;
  parallel_for(5, 1, [&](std::size_t index) {
    order.push_back(index);
    same_thread = same_thread && std::this_thread::get_id() == caller;
  });
  CHECK(order == std::vector<std::size_t>{0, 1, 2, 3, 4});
  CHECK(same_thread);
}

TEST_CASE("two jobs run at the same time") {
  std::atomic<int> arrived = 0;
  std::atomic<bool> met = false;
  parallel_for(2, 2, [&](std::size_t) {
    ++arrived;
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (arrived < 2 && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
    if (arrived == 2) met = true;
  });
  CHECK(met);
}

TEST_CASE("an exception reaches the caller after all workers have stopped") {
  const auto jobs = GENERATE(std::size_t{1}, 2, 8);
  std::atomic<int> running = 0;
  const auto fail_at_ten = [&](std::size_t index) {
    ++running;
    if (index == 10) {
      --running;
      throw std::runtime_error("ten");
    }
    --running;
  };
  CHECK_THROWS_WITH(parallel_for(1000, jobs, fail_at_ten), "ten");
  CHECK(running == 0);
}

TEST_CASE("of several exceptions that of the smallest index arrives") {
  std::atomic<int> arrived = 0;
  const auto fail_together = [&](std::size_t index) {
    ++arrived;
    while (arrived < 2) std::this_thread::yield();
    throw std::runtime_error("failure " + std::to_string(index));
  };
  CHECK_THROWS_WITH(parallel_for(2, 2, fail_together), "failure 0");
}

TEST_CASE("diagnostics come in the order of the indices") {
  const auto jobs = GENERATE(std::size_t{1}, 2, 8);
  Diagnostics diagnostics;
  diagnostics.report_file(kOdd, "before", 0);
  parallel_for(200, jobs, diagnostics, [](std::size_t index, Diagnostics& own) {
    if (index % 3 == 0) std::this_thread::yield();
    if (index % 2 == 1) own.report_file(kOdd, "a", index);
  });
  std::vector<std::string> expected{"number 0"};
  for (int i = 1; i < 200; i += 2) expected.push_back("number " + std::to_string(i));
  std::vector<std::string> found;
  for (const Diagnostic& d : diagnostics.all()) found.push_back(d.text);
  CHECK(found == expected);
}

TEST_CASE("this machine has at least one usable thread") { CHECK(usable_threads() >= 1); }
