#include "markdown/marks.h"

#include <algorithm>

#include "base/utf8.h"

namespace armillary::markdown {
namespace {

constexpr char kShortLead = '\xEE';
constexpr char kLongLead = '\xF3';

}  // namespace

std::optional<Mark> mark_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return std::nullopt;
  const bool behind_underscore = text[offset] == kUnderscoreNeighbour;
  std::size_t end = offset + (behind_underscore ? 1 : 0);
  if (end == text.size() || (text[end] != kShortLead && text[end] != kLongLead)) return std::nullopt;
  const char32_t code_point = next_code_point(text, end);
  if (behind_underscore != (code_point == kEmphasisMarkBehindUnderscore)) return std::nullopt;
  const bool is_short = code_point >= kEmphasisMark && code_point <= kLastShortMark;
  const bool is_numbered = code_point >= kFirstNumberedMark && code_point < kFirstNumberedMark + kMaxTokens;
  if (!is_short && !is_numbered) return std::nullopt;
  if (code_point == kEmphasisMarkBeforeUnderscore &&
      text.substr(end, 1) == std::string_view(&kUnderscoreNeighbour, 1)) {
    ++end;
  }
  return Mark{code_point, end - offset};
}

MarkFinder::MarkFinder(std::string_view text)
    : text_(text), short_(text.find(kShortLead)), long_(text.find(kLongLead)) {}

std::size_t MarkFinder::find(std::size_t from) {
  for (;;) {
    if (short_ < from) short_ = text_.find(kShortLead, from);
    if (long_ < from) long_ = text_.find(kLongLead, from);
    const std::size_t next = std::min(short_, long_);
    if (next == std::string_view::npos || mark_at(text_, next)) return next;
    if (next > from && mark_at(text_, next - 1)) return next - 1;
    from = next + 1;
  }
}

std::string without_marks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  MarkFinder marks(text);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = marks.find(i);
    out.append(text.substr(i, end - i));
    if (end == std::string_view::npos) break;
    i = end + mark_at(text, end)->length;
  }
  return out;
}

}  // namespace armillary::markdown
