#include "serve/http_response.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace armillary {
namespace {

std::string_view reason_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 302:
      return "Found";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 413:
      return "Content Too Large";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    default:
      return "Internal Server Error";
  }
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 30> kMediaTypes = {{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".jsonld", "application/ld+json"},
    {".jsonl", "application/jsonl; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
    {".xml", "application/xml"},
    {".txt", "text/plain; charset=utf-8"},
    {".md", "text/markdown; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".ics", "text/calendar; charset=utf-8"},
    {".bib", "application/x-bibtex; charset=utf-8"},
    {".ris", "application/x-research-info-systems; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".gif", "image/gif"},
    {".webp", "image/webp"},
    {".avif", "image/avif"},
    {".ico", "image/vnd.microsoft.icon"},
    {".woff2", "font/woff2"},
    {".pdf", "application/pdf"},
    {".sqlite", "application/vnd.sqlite3"},
    {".zip", "application/zip"},
    {".gz", "application/gzip"},
    {".mp4", "video/mp4"},
    {".mp3", "audio/mpeg"},
}};

}  // namespace

Response text_response(int status, std::string_view sentence) {
  Response out;
  out.status = status;
  out.type = "text/plain; charset=utf-8";
  out.body = fmt::format("{}\n", sentence);
  return out;
}

std::string response_head(const Response& response, bool is_kept_alive) {
  std::string out = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason_of(response.status));
  if (!response.type.empty()) out += fmt::format("Content-Type: {}\r\n", response.type);
  if (!response.is_stream) out += fmt::format("Content-Length: {}\r\n", response.body.size());
  if (!response.location.empty()) out += fmt::format("Location: {}\r\n", response.location);
  if (response.status == 405) out += "Allow: GET, HEAD\r\n";
  out += response.never_changes ? "Cache-Control: max-age=31536000, immutable\r\n" : "Cache-Control: no-store\r\n";
  out += "X-Content-Type-Options: nosniff\r\n";
  out += "X-Frame-Options: SAMEORIGIN\r\n";
  out += "Cross-Origin-Resource-Policy: same-origin\r\n";
  out += is_kept_alive || response.is_stream ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
  return out;
}

std::string_view content_type_of(std::string_view name) {
  const auto found = std::find_if(kMediaTypes.begin(), kMediaTypes.end(),
                                  [&](const auto& type) { return name.ends_with(type.first); });
  return found == kMediaTypes.end() ? "application/octet-stream" : found->second;
}

}  // namespace armillary
