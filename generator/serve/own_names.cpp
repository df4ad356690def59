#include "serve/own_names.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "base/ascii_case.h"

namespace armillary {
namespace {

// Without the brackets of an IPv6 address.
std::string_view without_brackets(std::string_view name) {
  const bool has_both = name.size() > 2 && name.front() == '[' && name.back() == ']';
  return has_both ? name.substr(1, name.size() - 2) : name;
}

bool is_address(const std::string& name) {
  std::array<unsigned char, sizeof(in6_addr)> ignored{};
  return inet_pton(AF_INET, name.c_str(), ignored.data()) == 1 ||
         inet_pton(AF_INET6, name.c_str(), ignored.data()) == 1;
}

// A port has at most five digits; an empty one is allowed (RFC 3986 3.2.3).
bool is_port(std::string_view text) {
  return text.size() <= 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

OwnNames::OwnNames(std::string_view host) : host_(ascii_lower_case(without_brackets(host))) {
  takes_any_address_ = host_ == "0.0.0.0" || host_ == "::";
}

bool OwnNames::has(std::string_view host_header) const {
  std::string_view name = host_header;
  const bool is_bracketed = name.starts_with('[');
  const std::size_t colon = is_bracketed ? name.find(':', name.find(']')) : name.find(':');
  if (colon != std::string_view::npos) {
    if (!is_port(name.substr(colon + 1))) return false;
    name = name.substr(0, colon);
  }
  if (is_bracketed && !name.ends_with(']')) return false;
  const std::string own = ascii_lower_case(without_brackets(name));
  if (own == "localhost" || own == "127.0.0.1" || own == "::1") return true;
  return !own.empty() && (own == host_ || (takes_any_address_ && is_address(own)));
}

bool is_own_origin(std::string_view origin, std::string_view fetch_site, std::string_view host_header) {
  const bool is_own = origin.empty() || origin == "http://" + std::string(host_header);
  return is_own && (fetch_site.empty() || fetch_site == "same-origin" || fetch_site == "none");
}

}  // namespace armillary
