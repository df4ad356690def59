// Numbers and texts as bytes, for files that only this program reads back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace armillary {

class Packer {
 public:
  void number(std::uint64_t value);
  void text(std::string_view value);  // its length, then its bytes

  void make_room(std::size_t bytes) { bytes_.reserve(bytes_.size() + bytes); }

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// Reads in the order in which it was packed. Bytes that nobody packed do no harm: numbers are then 0, texts empty, and
// is_good() false from there on.
class Unpacker {
 public:
  // Refers to the bytes.
  explicit Unpacker(std::string_view bytes) : left_(bytes) {}

  std::uint64_t number();
  std::string_view text();

  // As many of something as follow, each of at least one byte.
  std::size_t count();

  bool is_good() const { return is_good_; }
  bool is_at_end() const { return left_.empty(); }

 private:
  std::uint64_t fail();

  std::string_view left_;
  bool is_good_ = true;
};

}  // namespace armillary
