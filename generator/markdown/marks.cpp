#include "markdown/marks.h"

#include "base/utf8.h"

namespace armillary::markdown {

std::optional<Mark> mark_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return std::nullopt;
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead != 0xEE && lead != 0xF3) return std::nullopt;
  std::size_t end = offset;
  const char32_t code_point = next_code_point(text, end);
  const bool is_numbered = code_point >= kFirstNumberedMark && code_point < kFirstNumberedMark + kMaxTokens;
  if (!is_numbered && (code_point < kEmphasisMark || code_point > kStrikeBoth)) return std::nullopt;
  return Mark{code_point, end - offset};
}

std::size_t find_mark(std::string_view text, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte == 0xEE || byte == 0xF3) && mark_at(text, i)) return i;
  }
  return std::string_view::npos;
}

std::string without_marks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = find_mark(text, i);
    out.append(text.substr(i, end - i));
    if (end == std::string_view::npos) break;
    i = end + mark_at(text, end)->length;
  }
  return out;
}

}  // namespace armillary::markdown
