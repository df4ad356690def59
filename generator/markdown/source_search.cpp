#include "markdown/source_search.h"

#include <algorithm>

namespace armillary::markdown {
namespace {

// The end of the code span that begins with the ticks at `at`, or of the ticks alone.
std::size_t pass_code(std::string_view text, std::size_t at) {
  const std::size_t content = std::min(text.find_first_not_of('`', at), text.size());
  const std::string_view ticks = text.substr(at, content - at);
  for (std::size_t end = content; (end = text.find('`', end)) != std::string_view::npos;) {
    const std::size_t after = std::min(text.find_first_not_of('`', end), text.size());
    if (after - end == ticks.size()) return after;
    end = after;
  }
  return content;
}

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

}  // namespace

std::optional<Span> SourceSearch::find_exactly(std::string_view piece) {
  const std::string_view line = piece.substr(0, piece.find_first_of("\r\n"));
  for (std::size_t at = at_; at < text_.size() && !line.empty() && failures_ < kMaxFailures;) {
    if (text_.substr(at, line.size()) == line) {
      at_ = at + line.size();
      return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at_)};
    }
    if (text_[at] == '`') {
      at = pass_code(text_, at);
    } else {
      at += text_[at] == '\\' && at + 1 < text_.size() && is_ascii_punctuation(text_[at + 1]) ? 2 : 1;
    }
  }
  ++failures_;
  return std::nullopt;
}

Span SourceSearch::find(std::string_view piece) {
  if (const std::optional<Span> found = find_exactly(piece)) return *found;
  const std::string_view rest = text_.substr(std::min<std::size_t>(begin_, text_.size()));
  const std::size_t length = std::min(rest.find_first_of("\r\n"), rest.size());
  return {begin_, begin_ + static_cast<std::uint32_t>(length)};
}

}  // namespace armillary::markdown
