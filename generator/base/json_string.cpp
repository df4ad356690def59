#include "base/json_string.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace armillary {
namespace {

// The offset, from `from` on, of the first byte that a string must not hold as it is; the text's size where there is
// none. Texts are long and hold few: many bytes are looked at together.
std::size_t find_escaped(std::string_view text, std::size_t from) {
  using Bytes [[gnu::vector_size(16)]] = unsigned char;
  for (; text.size() - from >= sizeof(Bytes); from += sizeof(Bytes)) {
    Bytes bytes;
    std::memcpy(&bytes, text.data() + from, sizeof bytes);
    const auto hits = (bytes < 0x20) | (bytes == '"') | (bytes == '\\');
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), &hits, sizeof halves);
    if ((halves[0] | halves[1]) != 0) break;
  }
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; };
  while (from < text.size() && is_plain(text[from])) ++from;
  return from;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view kHexadecimal = "0123456789abcdef";
  out += '"';
  for (std::size_t at = 0;;) {
    const std::size_t stop = find_escaped(text, at);
    out.append(text, at, stop - at);
    if (stop == text.size()) break;
    const char c = text[stop];
    at = stop + 1;
    out += '\\';
    if (c == '"' || c == '\\') {
      out += c;
    } else if (c == '\n') {
      out += 'n';
    } else if (c == '\t') {
      out += 't';
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += "u00";
      out += kHexadecimal[byte >> 4U];
      out += kHexadecimal[byte & 15U];
    }
  }
  out += '"';
}

}  // namespace armillary
