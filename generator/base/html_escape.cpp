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

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t copied = 0;;) {
    const std::size_t at = find_byte<'&', '<', '>', '"', '\''>(text, copied);
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
