// The memory of one parsed text: taken in few large pieces, given back all at once.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace armillary::markdown {

// Owns what it hands out. Used by one thread at a time. Every function that takes memory throws std::bad_alloc where
// there is none.
class ParseMemory {
 public:
  // `expected` bytes are taken with the first block, if they are not more than a mebibyte.
  explicit ParseMemory(std::size_t expected);

  // Filled with zeros. Blocks lie as pointers must.
  void* zeroed(std::size_t size);
  // The block with another size and the same contents, elsewhere perhaps; what is added is not filled. `old` may be
  // null.
  void* resized(void* old, std::size_t size);
  // Only the newest block makes room. `block` may be null.
  void release(void* block);

 private:
  std::byte* taken(std::size_t size);
  bool is_newest(std::byte* block) const;

  // NOLINTNEXTLINE(modernize-avoid-c-arrays): what a vector takes is filled
  std::vector<std::unique_ptr<std::byte[]>> pieces_;
  std::byte* next_ = nullptr;  // of the newest piece what is free begins and ends here
  std::byte* end_ = nullptr;
  std::size_t next_size_;
};

}  // namespace armillary::markdown
