#include "base/html_escape.h"

#include "base/find_byte.h"

namespace armillary {
namespace {

std::string_view replacement(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&#34;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

std::size_t find_escaped(std::string_view text, std::size_t from) {
  return find_byte<'&', '<', '>', '"', '\''>(text, from);
}

}  // namespace

bool needs_escaping(std::string_view text) { return find_escaped(text, 0) < text.size(); }

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t copied = 0;;) {
    const std::size_t at = find_escaped(text, copied);
    out.append(text, copied, at - copied);
    if (at == text.size()) return;
    out.append(replacement(text[at]));
    copied = at + 1;
  }
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_escaped(out, text);
  return out;
}

}  // namespace armillary
