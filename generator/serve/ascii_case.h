// Names of HTTP and of hosts know no case, and only ASCII.
#pragma once

#include <string>
#include <string_view>

namespace armillary {

inline std::string ascii_lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace armillary
