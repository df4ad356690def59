#include "search/traditional_forms.h"

#include "base/utf8.h"
#include "search/simplified_forms.h"

namespace armillary {

void TraditionalForms::add(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_code_point(text, at);
    if (character < stands_.size()) stands_[character] = true;
  }
}

std::string TraditionalForms::list() const {
  std::string out;
  for (std::size_t at = 0; at < kSimplifiedForms.size();) {
    const std::size_t begin = at;
    next_code_point(kSimplifiedForms, at);
    const char32_t simplified = next_code_point(kSimplifiedForms, at);
    if (stands_[simplified]) out += kSimplifiedForms.substr(begin, at - begin);
  }
  return out;
}

}  // namespace armillary
