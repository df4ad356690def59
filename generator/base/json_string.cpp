#include "base/json_string.h"

#include "base/find_byte.h"

namespace armillary {

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view kHexadecimal = "0123456789abcdef";
  out += '"';
  for (std::size_t at = 0;;) {
    const std::size_t stop = find_control_or<'"', '\\'>(text, at);
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
