// Finding the next byte that matters in a text where few do: many bytes are looked at together.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace armillary {
namespace detail {

// Which byte of these words, as they stand in memory, is the first that is not 0. REQUIRES: one is.
inline std::size_t first_set_byte(const std::array<std::uint64_t, 2>& words) {
  constexpr std::size_t kBits = 8;
  const std::size_t i = words[0] != 0 ? 0 : 1;
  const int zeros =
      std::endian::native == std::endian::little ? std::countr_zero(words[i]) : std::countl_zero(words[i]);
  return i * sizeof(std::uint64_t) + static_cast<std::size_t>(zeros) / kBits;
}

// By byte, whether it is below `kBelow` or one of `kWanted`.
template <unsigned char kBelow, char... kWanted>
inline constexpr std::array<bool, 256> kIsHit = [] {
  std::array<bool, 256> table{};
  for (std::size_t byte = 0; byte < kBelow; ++byte) table[byte] = true;
  ((table[static_cast<unsigned char>(kWanted)] = true), ...);
  return table;
}();

using Bytes [[gnu::vector_size(16)]] = unsigned char;

// The offset of the first byte from `from` on that `is_hit` takes, of those that `hits` gives for many at once.
template <typename Hits, typename IsHit>
std::size_t find_first(std::string_view text, std::size_t from, Hits hits, IsHit is_hit) {
  for (; text.size() - from >= sizeof(Bytes); from += sizeof(Bytes)) {
    Bytes bytes;
    std::memcpy(&bytes, text.data() + from, sizeof bytes);
    const auto found = hits(bytes);
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), &found, sizeof halves);
    if ((halves[0] | halves[1]) != 0) return from + first_set_byte(halves);
  }
  while (from < text.size() && !is_hit(static_cast<unsigned char>(text[from]))) ++from;
  return from;
}

template <unsigned char kBelow, char... kWanted>
std::size_t find_hit(std::string_view text, std::size_t from) {
  const auto hits = [](Bytes bytes) {
    auto found = ((bytes == static_cast<unsigned char>(kWanted)) | ...);
    if constexpr (kBelow > 0) found |= bytes < kBelow;
    return found;
  };
  return find_first(text, from, hits, [](unsigned char byte) { return kIsHit<kBelow, kWanted...>[byte]; });
}

}  // namespace detail

// The offset, from `from` on, of the first byte that is one of `kWanted`; the text's size where there is none.
// REQUIRES: from <= text.size(). ASCII bytes are found in UTF-8 as characters: none is part of a longer one.
template <char... kWanted>
std::size_t find_byte(std::string_view text, std::size_t from) {
  return detail::find_hit<0, kWanted...>(text, from);
}

// The same of the first byte that is a control character below the space, or one of `kWanted`.
template <char... kWanted>
std::size_t find_control_or(std::string_view text, std::size_t from) {
  constexpr unsigned char kSpace = 0x20;
  return detail::find_hit<kSpace, kWanted...>(text, from);
}

// The offset, from `from` on, of the first byte that `is_hit` takes; the text's size where there is none. It is asked
// of many bytes at once, so it takes any type that compares like a byte and has no branches. REQUIRES: from <=
// text.size().
template <typename IsHit>
std::size_t find_first_byte(std::string_view text, std::size_t from, IsHit is_hit) {
  return detail::find_first(text, from, is_hit, is_hit);
}

// The offset, from `from` on, of the first byte that is no ASCII; the text's size where there is none.
// REQUIRES: from <= text.size().
inline std::size_t find_beyond_ascii(std::string_view text, std::size_t from) {
  return find_first_byte(text, from, [](auto byte) { return byte > 0x7F; });
}

// The offset, from `from` on, of the first byte that is no printable ASCII, tab or line feed; the text's size where
// there is none. REQUIRES: from <= text.size().
inline std::size_t find_beyond_printable(std::string_view text, std::size_t from) {
  return find_first_byte(text, from,
                         [](auto byte) { return ((byte < 0x20) & (byte != '\t') & (byte != '\n')) | (byte > 0x7E); });
}

inline bool is_ascii(std::string_view text) { return find_beyond_ascii(text, 0) == text.size(); }

}  // namespace armillary
