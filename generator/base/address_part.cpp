#include "base/address_part.h"

#include <algorithm>

namespace armillary {

bool is_address_part(std::string_view text) {
  if (text.empty() || text.front() == '-' || text.back() == '-' || text.find("--") != std::string_view::npos)
    return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

std::string folded_address_part(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    const bool is_gap = c == ' ' || c == '_' || c == '-';
    if (is_gap && (out.empty() || out.back() == '-')) continue;
    out += is_upper ? static_cast<char>(c - 'A' + 'a') : is_gap ? '-' : c;
  }
  if (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

}  // namespace armillary
