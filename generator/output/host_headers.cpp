#include "output/host_headers.h"

#include <string_view>

namespace armillary {
namespace {

constexpr std::string_view kSecurity =
    "  Content-Security-Policy: default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src "
    "'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'\n"
    "  X-Content-Type-Options: nosniff\n"
    "  Referrer-Policy: strict-origin-when-cross-origin\n"
    "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
    "  Cross-Origin-Opener-Policy: same-origin\n";

// "/observatory/" of https://example.org/observatory/.
std::string path_of(const std::string& base_url) {
  const std::size_t host = base_url.find("://") + 3;
  return base_url.substr(base_url.find('/', host));
}

}  // namespace

std::string make_host_headers(const std::vector<StaticFile>& static_files, const std::string& base_url) {
  const std::string path = path_of(base_url);
  std::string out = path + "*\n" + std::string(kSecurity);
  for (const StaticFile& file : static_files) {
    if (file.address == file.name) continue;
    out += path + file.address + "\n  Cache-Control: public, max-age=31536000, immutable\n";
  }
  return out;
}

}  // namespace armillary
