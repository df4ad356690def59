#include "base/json_string.h"

#include <algorithm>

namespace armillary {

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view kHexadecimal = "0123456789abcdef";
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\'; };
  out += '"';
  for (const auto* at = text.begin(); at != text.end();) {
    const auto* const stop = std::find_if_not(at, text.end(), is_plain);
    out.append(at, stop);
    at = stop;
    if (at == text.end()) break;
    const char c = *at++;
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
