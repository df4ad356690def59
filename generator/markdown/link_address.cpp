#include "markdown/link_address.h"

#include "base/ascii_case.h"

namespace armillary::markdown {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_dropped(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }
bool is_slash(char c) { return c == '/' || c == '\\'; }

// The value of a hexadecimal digit, or -1.
int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  c = ascii_lower_case(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool stands_in_address(char c) {
  return is_letter(c) || is_digit(c) || std::string_view("-_.+!*(),%#@?=;:/$~").find(c) != std::string_view::npos;
}

}  // namespace

std::string scheme_of(std::string_view address) {
  std::string scheme;
  for (const char c : address) {
    if (is_dropped(c)) continue;
    if (c == ':') return scheme;
    const bool is_scheme_character =
        is_letter(c) || (!scheme.empty() && (is_digit(c) || c == '+' || c == '-' || c == '.'));
    if (!is_scheme_character) return {};
    scheme += ascii_lower_case(c);
  }
  return {};
}

AddressKind kind_of_address(std::string_view address) {
  const std::string scheme = scheme_of(address);
  if (scheme == "http" || scheme == "https") return AddressKind::external;
  if (scheme == "mailto") return AddressKind::mail;
  if (!scheme.empty()) return AddressKind::forbidden;
  // The first two characters that count.
  std::string start;
  for (std::size_t i = 0; i < address.size() && start.size() < 2; ++i) {
    if (!is_dropped(address[i])) start += address[i];
  }
  if (start.empty()) return AddressKind::empty;
  if (start[0] == '#') return AddressKind::fragment;
  const bool is_hostless = start.size() == 2 && is_slash(start[0]) && is_slash(start[1]);
  return is_hostless ? AddressKind::hostless : AddressKind::relative;
}

void append_address(std::string& out, std::string_view address) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (stands_in_address(c)) {
      out += c;
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '\'') {
      out += "&#x27;";
    } else {
      out += {'%', kHex[byte >> 4U], kHex[byte & 0xFU]};
    }
  }
}

std::string decode_percent(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low < 0) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

}  // namespace armillary::markdown
