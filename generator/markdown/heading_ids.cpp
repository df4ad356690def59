#include "markdown/heading_ids.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace armillary::markdown {
namespace {

// Letters, digits and the marks that some scripts write their vowels with.
bool is_id_character(char32_t c) {
  const auto code_point = static_cast<UChar32>(c);
  return u_isalnum(code_point) != 0 || (U_MASK(u_charType(code_point)) & U_GC_M_MASK) != 0;
}

char32_t lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

}  // namespace

bool is_heading_id(std::string_view id) {
  for (std::size_t at = 0; at < id.size();) {
    const char32_t c = next_code_point(id, at);
    if (c != '-' && (!is_id_character(c) || lower(c) != c)) return false;
  }
  return !id.empty();
}

bool is_footnote_id(std::string_view id) { return id.substr(0, 3) == "fn-" || id.substr(0, 6) == "fnref-"; }

std::string heading_id_from(std::string_view words) {
  const std::string text = to_nfc(words);
  std::string id;
  bool after_gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_id_character(c)) {
      after_gap = true;
      continue;
    }
    if (after_gap && !id.empty()) id += '-';
    after_gap = false;
    append_code_point(id, lower(c));
  }
  if (id.empty()) return "section";
  return is_footnote_id(id) ? "section-" + id : id;
}

std::string HeadingIds::take_next(const std::string& id) {
  if (take(id)) return id;
  int& number = last_number_.try_emplace(id, 1).first->second;
  for (;;) {
    std::string numbered = id + "-" + std::to_string(++number);
    if (take(numbered)) return numbered;
  }
}

}  // namespace armillary::markdown
