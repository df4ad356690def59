#include "base/html_escape.h"

#include <array>

namespace armillary {
namespace {

constexpr auto kIsEscaped = [] {
  std::array<bool, 256> escaped{};
  for (const char c : {'&', '<', '>', '"', '\''}) escaped[static_cast<unsigned char>(c)] = true;
  return escaped;
}();

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
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!kIsEscaped[static_cast<unsigned char>(text[i])]) continue;
    out.append(text, copied, i - copied).append(replacement(text[i]));
    copied = i + 1;
  }
  out.append(text, copied);
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_escaped(out, text);
  return out;
}

}  // namespace armillary
