#include "markdown/parse_memory.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <new>
#include <random>
#include <vector>

using armillary::markdown::ParseMemory;

namespace {

bool is_filled_with(const void* block, std::size_t size, unsigned char byte) {
  const auto* bytes = static_cast<const unsigned char*>(block);
  for (std::size_t i = 0; i < size; ++i) {
    if (bytes[i] != byte) return false;
  }
  return true;
}

bool lies_as_pointers_must(const void* block) { return reinterpret_cast<std::uintptr_t>(block) % alignof(void*) == 0; }

struct Block {
  void* begin;
  std::size_t size;
  unsigned char byte;
};

}  // namespace

TEST_CASE("memory is empty, also where something was released") {
  ParseMemory memory(100);
  void* const first = memory.zeroed(40);
  CHECK(is_filled_with(first, 40, 0));
  std::memset(first, 1, 40);
  memory.release(first);
  void* const second = memory.zeroed(40);
  CHECK(second == first);
  CHECK(is_filled_with(second, 40, 0));
}

TEST_CASE("the newest block grows where it is, another moves with what it holds") {
  ParseMemory memory(1000);
  void* const first = memory.resized(nullptr, 10);
  std::memset(first, 1, 10);
  CHECK(memory.resized(first, 100) == first);
  void* const second = memory.zeroed(10);
  void* const moved = memory.resized(first, 200);
  CHECK(moved != first);
  CHECK(is_filled_with(moved, 10, 1));
  CHECK(memory.resized(second, 5) == second);
  memory.release(nullptr);
  memory.release(first);
  CHECK(is_filled_with(moved, 10, 1));
}

TEST_CASE("blocks of any size keep what they hold until they are released") {
  std::mt19937 random(7);
  const auto below = [&](std::size_t most) { return static_cast<std::size_t>(random() % most); };
  for (const std::size_t expected : {0, 64, 5000}) {
    ParseMemory memory(expected);
    std::vector<Block> blocks;
    for (int step = 0; step < 3000; ++step) {
      const std::size_t size = below(20) == 0 ? below(10000) : below(200);
      const auto byte = static_cast<unsigned char>(1 + below(255));
      const std::size_t action = below(4);
      if (action == 0 && !blocks.empty()) {
        const std::size_t chosen = below(blocks.size());
        memory.release(blocks[chosen].begin);
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(chosen));
      } else if (action == 1 && !blocks.empty()) {
        Block& chosen = blocks[below(blocks.size())];
        chosen.begin = memory.resized(chosen.begin, size);
        REQUIRE(is_filled_with(chosen.begin, std::min(size, chosen.size), chosen.byte));
        chosen.size = size;
        chosen.byte = byte;
        std::memset(chosen.begin, byte, size);
      } else {
        void* const begin = memory.zeroed(size);
        REQUIRE(is_filled_with(begin, size, 0));
        REQUIRE(lies_as_pointers_must(begin));
        std::memset(begin, byte, size);
        blocks.push_back({begin, size, byte});
      }
    }
    for (const Block& block : blocks) REQUIRE(is_filled_with(block.begin, block.size, block.byte));
  }
}

TEST_CASE("more memory than there can be is refused") {
  ParseMemory memory(0);
  constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();
  CHECK_THROWS_AS(memory.zeroed(kMost), std::bad_alloc);
  CHECK_THROWS_AS(memory.resized(nullptr, kMost - 8), std::bad_alloc);
  CHECK(is_filled_with(memory.zeroed(8), 8, 0));
}
