// The names that a server answers to. A page of another site can have its own name lead to this machine (DNS
// rebinding); a browser then says that name in its request, and is refused.
#pragma once

#include <string>
#include <string_view>

namespace armillary {

class OwnNames {
 public:
  // `host` is what the server listens on: a name, an IPv4 or an IPv6 address.
  explicit OwnNames(std::string_view host);

  // Whether a Host header, with or without a port, names this server: localhost, an address of this machine's loopback,
  // or the host given. Where the server listens on all addresses, any address in figures is its own.
  bool has(std::string_view host_header) const;

 private:
  std::string host_;
  bool takes_any_address_ = false;
};

// Whether a request comes from one of the server's own pages, or from no page at all.
bool is_own_origin(std::string_view origin, std::string_view fetch_site, std::string_view host_header);

}  // namespace armillary
