// Work on many threads whose outcome never depends on how they were scheduled.
#pragma once

#include <cstddef>
#include <functional>

#include "base/diagnostic.h"

namespace armillary {

// The number of threads worth using on this machine, at least 1.
std::size_t usable_threads();

// Calls work(0) … work(count - 1), each once, on up to `jobs` threads (0 is taken as 1), and returns when all
// calls have ended. Two calls may run at once, so `work` writes only to places that belong to its index. With one
// job everything runs on the caller's thread, in order.
// An exception of `work` stops the hand-out of further indices; when all threads have stopped, the one
// of the smallest index that threw is thrown on the caller's thread.
void parallel_for(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& work);

// As parallel_for, where each call reports to a collector of its own; all are then appended to `diagnostics` in
// the order of their indices, whatever the order in which they ran. Nothing is appended after an exception.
void parallel_for(std::size_t count, std::size_t jobs, Diagnostics& diagnostics,
                  const std::function<void(std::size_t, Diagnostics&)>& work);

}  // namespace armillary
