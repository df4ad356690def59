// For names that know no case and only ASCII: of HTTP, hosts, schemes of addresses, elements, languages.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace armillary {

constexpr char ascii_lower_case(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string ascii_lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return ascii_lower_case(c); });
  return out;
}

}  // namespace armillary
