#include "yaml/scalar_place.h"

#include <algorithm>

namespace armillary {
namespace {

// The end of a block scalar's first line: `|`, `>2-`, without a comment behind it.
std::size_t end_of_block_header(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at < text.size() && std::string_view("|>+-0123456789").find(text[at]) != std::string_view::npos) ++at;
  return at;
}

std::size_t end_of_line(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }

}  // namespace

std::size_t skip_space_and_comments(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text[at] == '#') {
      at = end_of_line(text, at);
    } else if (is_yaml_space(text[at])) {
      ++at;
    } else {
      break;
    }
  }
  return std::min(at, text.size());
}

std::size_t end_of_quoted(std::string_view text, std::size_t open) {
  const char quote = text[open];
  for (std::size_t at = open + 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      const bool doubled = quote == '\'' && at + 1 < text.size() && text[at + 1] == quote;
      if (!doubled) return at + 1;
      ++at;
    }
  }
  return std::string_view::npos;
}

std::size_t end_of_block_text(std::string_view text, std::size_t begin, std::string_view value) {
  std::size_t end = end_of_block_header(text, begin);
  std::size_t at = end_of_line(text, begin);
  for (const char wanted : value) {
    if (is_yaml_space(wanted)) continue;
    while (at < text.size() && is_yaml_space(text[at])) ++at;
    if (at >= text.size() || text[at] != wanted) break;
    end = ++at;
  }
  return std::min(end, text.size());
}

}  // namespace armillary
