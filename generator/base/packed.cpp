#include "base/packed.h"

#include <array>

namespace armillary {
namespace {

// Seven bits a byte, the lowest first; the eighth says that more follow.
constexpr unsigned kBits = 7;
constexpr std::uint64_t kMore = 0x80;
constexpr std::size_t kMostBytes = (64 + kBits - 1) / kBits;

}  // namespace

void Packer::number(std::uint64_t value) {
  std::array<char, kMostBytes> bytes{};
  std::size_t count = 0;
  for (; value >= kMore; value >>= kBits) bytes[count++] = static_cast<char>(value | kMore);
  bytes[count++] = static_cast<char>(value);
  bytes_.append(bytes.data(), count);
}

void Packer::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

std::uint64_t Unpacker::fail() {
  is_good_ = false;
  left_ = {};
  return 0;
}

std::uint64_t Unpacker::number() {
  constexpr unsigned kWidth = 64;
  std::uint64_t out = 0;
  for (unsigned shift = 0; shift < kWidth; shift += kBits) {
    if (left_.empty()) return fail();
    const auto byte = static_cast<std::uint8_t>(left_.front());
    left_.remove_prefix(1);
    out |= (byte & (kMore - 1)) << shift;
    if ((byte & kMore) == 0) return out;
  }
  return fail();
}

std::string_view Unpacker::text() {
  const std::uint64_t size = number();
  if (size > left_.size()) {
    fail();
    return {};
  }
  const std::string_view out = left_.substr(0, size);
  left_.remove_prefix(size);
  return out;
}

std::size_t Unpacker::count() {
  const std::uint64_t out = number();
  return out > left_.size() ? fail() : out;
}

}  // namespace armillary
