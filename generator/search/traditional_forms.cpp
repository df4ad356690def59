#include "search/traditional_forms.h"

#include <string_view>

#include "base/utf8.h"
#include "search/simplified_forms.h"

namespace armillary {

std::string traditional_forms(const std::vector<IndexTerm>& terms) {
  constexpr std::size_t kCharacters = 0x10000;  // the forms are all of the basic plane
  std::vector<bool> stands(kCharacters);
  for (const IndexTerm& term : terms) {
    for (std::size_t at = 0; at < term.text.size();) {
      const char32_t character = next_code_point(term.text, at);
      if (character < kCharacters) stands[character] = true;
    }
  }
  std::string out;
  for (std::size_t at = 0; at < kSimplifiedForms.size();) {
    const std::size_t begin = at;
    next_code_point(kSimplifiedForms, at);
    const char32_t simplified = next_code_point(kSimplifiedForms, at);
    if (stands[simplified]) out += kSimplifiedForms.substr(begin, at - begin);
  }
  return out;
}

}  // namespace armillary
