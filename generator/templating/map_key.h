// Keys of mappings, hashed once: while compiling where they are written in C++ or in a template.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace armillary::templating {

// Looks at a text of less than 4 GiB as long as it lives.
class MapKey {
 public:
  template <std::size_t kSize>
  // NOLINTNEXTLINE(modernize-avoid-c-arrays): what a literal is
  consteval MapKey(const char (&literal)[kSize]) : MapKey(std::string_view(literal, kSize - 1)) {}
  constexpr explicit MapKey(std::string_view text) : MapKey(text, hash_of(text)) {}
  // A text that was hashed before.
  constexpr MapKey(std::string_view text, std::uint32_t hash)
      : bytes_(text.data()), size_(static_cast<std::uint32_t>(text.size())), hash_(hash) {}

  std::string_view text() const { return {bytes_, size_}; }
  std::uint32_t hash() const { return hash_; }
  bool operator==(const MapKey& other) const { return hash_ == other.hash_ && text() == other.text(); }

 private:
  static constexpr std::uint64_t word_at(const char* bytes, std::size_t count) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < count; ++i) {
      word |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    }
    return word;
  }

  // Looks at the length and at most 24 bytes: names are no texts from strangers.
  static constexpr std::uint32_t hash_of(std::string_view text) {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
    constexpr std::size_t kWord = sizeof(std::uint64_t);
    std::uint64_t hash = text.size() * kMix;
    if (text.size() >= kWord) {
      const std::size_t last = text.size() - kWord;
      hash = (hash ^ word_at(text.data(), kWord)) * kMix;
      hash = (hash ^ (hash >> 29U) ^ word_at(text.data() + last / 2, kWord)) * kMix;
      hash = (hash ^ (hash >> 29U) ^ word_at(text.data() + last, kWord)) * kMix;
    } else {
      hash = (hash ^ word_at(text.data(), text.size())) * kMix;
    }
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
  }

  const char* bytes_;
  std::uint32_t size_;
  std::uint32_t hash_;
};

}  // namespace armillary::templating
