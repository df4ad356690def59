#include "markdown/parse_memory.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <new>

namespace armillary::markdown {
namespace {

constexpr std::size_t kAlignment = alignof(void*);
constexpr std::size_t kHead = kAlignment;  // in front of each block stands its size
constexpr std::size_t kMostAtOnce = std::size_t{1} << 20U;

std::size_t rounded(std::size_t size) {
  if (size > std::numeric_limits<std::size_t>::max() / 2) throw std::bad_alloc();
  return (size + kAlignment - 1) / kAlignment * kAlignment;
}

std::size_t& size_of(std::byte* block) { return *reinterpret_cast<std::size_t*>(block - kHead); }

}  // namespace

ParseMemory::ParseMemory(std::size_t expected) : next_size_(std::min(expected, kMostAtOnce)) {}

std::byte* ParseMemory::taken(std::size_t size) {
  const std::size_t held = rounded(size);
  if (static_cast<std::size_t>(end_ - next_) < kHead + held) {
    const std::size_t piece = std::max(next_size_, kHead + held);
    pieces_.emplace_back(new std::byte[piece]);
    next_ = pieces_.back().get();
    end_ = next_ + piece;
    next_size_ = std::min(next_size_ * 2, kMostAtOnce);
  }
  std::byte* const block = next_ + kHead;
  next_ = block + held;
  size_of(block) = held;
  return block;
}

bool ParseMemory::is_newest(std::byte* block) const { return block + size_of(block) == next_; }

void* ParseMemory::zeroed(std::size_t size) {
  std::byte* const block = taken(size);
  std::memset(block, 0, size);
  return block;
}

void* ParseMemory::resized(void* old, std::size_t size) {
  if (old == nullptr) return taken(size);
  auto* const block = static_cast<std::byte*>(old);
  const std::size_t held = rounded(size);
  if (held <= size_of(block)) return block;
  if (is_newest(block) && held <= static_cast<std::size_t>(end_ - block)) {
    next_ = block + held;
    size_of(block) = held;
    return block;
  }
  std::byte* const bigger = taken(size);
  std::memcpy(bigger, block, size_of(block));
  return bigger;
}

void ParseMemory::release(void* block) {
  if (block == nullptr) return;
  auto* const released = static_cast<std::byte*>(block);
  if (is_newest(released)) next_ = released - kHead;
}

}  // namespace armillary::markdown
