// One request as it comes over the wire (RFC 9112), read strictly: what no browser sends is refused.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace armillary {

// The first line and the header fields, with their empty line.
inline constexpr std::size_t kMaxRequestHead = std::size_t{16} * 1024;

struct Request {
  bool is_head = false;        // HEAD, else GET
  std::string path;            // decoded, without its first slash and the query: "zh/laws/"
  std::string query;           // as written, without its question mark
  std::string host;            // of the header, as written
  std::string origin;          // likewise; empty where there is none
  std::string fetch_site;      // Sec-Fetch-Site; empty where there is none
  bool is_kept_alive = false;  // the connection is to stay for a next request
};

struct BadRequest {
  int status = 400;
  std::string_view reason;  // a sentence for people
};

// Reads a head that ends with its empty line. Refused are methods but GET and HEAD, bodies, paths that are not absolute
// or hold `..`, control characters or broken escapes, and heads that two servers could read in two ways.
std::variant<Request, BadRequest> parse_request(std::string_view head);

}  // namespace armillary
