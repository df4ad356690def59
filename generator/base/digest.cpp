#include "base/digest.h"

#include <nettle/sha2.h>

#include <array>

namespace armillary {

std::string sha256_hex(const FileContent& content) {
  sha256_ctx running;
  sha256_init(&running);
  for (const std::string_view piece : content.pieces()) {
    sha256_update(&running, piece.size(), reinterpret_cast<const std::uint8_t*>(piece.data()));
  }
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&running, digest.size(), digest.data());
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
  return out;
}

}  // namespace armillary
