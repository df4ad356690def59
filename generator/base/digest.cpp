#include "base/digest.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <new>

namespace armillary {

std::string sha256_hex(const FileContent& content) {
  const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> running(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  if (running == nullptr) throw std::bad_alloc();
  EVP_DigestInit_ex(running.get(), EVP_sha256(), nullptr);
  for (const std::string_view piece : content.pieces()) EVP_DigestUpdate(running.get(), piece.data(), piece.size());
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int length = 0;
  EVP_DigestFinal_ex(running.get(), digest.data(), &length);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * static_cast<std::size_t>(length));
  for (unsigned int i = 0; i < length; ++i) {
    out += kDigits[digest[i] >> 4U];
    out += kDigits[digest[i] & 15U];
  }
  return out;
}

}  // namespace armillary
