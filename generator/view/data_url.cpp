#include "view/data_url.h"

namespace armillary {
namespace {

constexpr std::string_view kStands = "!$'()*+,-./:;=?@_~";

bool stands(char letter) {
  const bool is_alphanumeric =
      (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
  return is_alphanumeric || static_cast<unsigned char>(letter) >= 0x80U ||
         kStands.find(letter) != std::string_view::npos;
}

}  // namespace

std::string data_url(std::string_view media_type, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out = "data:";
  out.reserve(media_type.size() + 2 * text.size());
  out.append(media_type).append(1, ',');
  for (const char letter : text) {
    if (stands(letter)) {
      out += letter;
    } else {
      const auto byte = static_cast<unsigned char>(letter);
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 15U];
    }
  }
  return out;
}

}  // namespace armillary
