#include "upkeep/text_digest.h"

#include <algorithm>

#include "base/digest.h"
#include "base/utf8.h"

namespace armillary {
namespace {

constexpr std::string_view kPrefix = "sha256:";
constexpr std::size_t kWrittenDigits = 16;
constexpr std::size_t kFewestDigits = 8;

std::string normal_form(std::string_view text) {
  std::string out;
  bool is_after_gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    at = end + 1;
    if (line.empty()) {
      is_after_gap = !out.empty();
      continue;
    }
    if (is_after_gap) out += '\n';
    is_after_gap = false;
    out += line;
    out += '\n';
  }
  return to_nfc(out);
}

}  // namespace

std::string text_digest(std::string_view text) {
  return std::string(kPrefix) + sha256_hex(normal_form(text)).substr(0, kWrittenDigits);
}

bool names_digest(std::string_view written, std::string_view text) {
  if (written.starts_with(kPrefix)) written.remove_prefix(kPrefix.size());
  return written.size() >= kFewestDigits && sha256_hex(normal_form(text)).starts_with(written);
}

}  // namespace armillary
