#include "serve/http_request.h"

#include <algorithm>
#include <optional>

#include "base/ascii_case.h"
#include "base/utf8.h"

namespace armillary {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// A character of a method or of a header's name (RFC 9110 5.6.2).
bool is_token_character(char c) {
  return is_letter_or_digit(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Nothing where an escape is broken.
std::optional<std::string> decode_percent(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    if (i + 2 >= text.size() || digit_of(text[i + 1]) < 0 || digit_of(text[i + 2]) < 0) return std::nullopt;
    out += static_cast<char>(digit_of(text[i + 1]) * 16 + digit_of(text[i + 2]));
    i += 2;
  }
  return out;
}

// Whether a part of the path is `.` or `..`.
bool has_dot_segment(std::string_view path) {
  while (true) {
    const std::string_view part = path.substr(0, path.find('/'));
    if (part == "." || part == "..") return true;
    if (part.size() == path.size()) return false;
    path.remove_prefix(part.size() + 1);
  }
}

class RequestParser {
 public:
  std::variant<Request, BadRequest> parse(std::string_view head) {
    std::size_t end = head.find(kLineEnd);
    if (!read_first_line(head.substr(0, end))) return problem_;
    head.remove_prefix(end + kLineEnd.size());
    while (!head.starts_with(kLineEnd)) {
      end = head.find(kLineEnd);
      if (end == std::string_view::npos) return BadRequest{400, "the request's head has no end"};
      if (!read_field(head.substr(0, end))) return problem_;
      head.remove_prefix(end + kLineEnd.size());
    }
    if (hosts_ != 1 && !(is_old_ && hosts_ == 0)) return BadRequest{400, "a request names its host once"};
    request_.is_kept_alive = !is_old_ && !is_closing_;
    return std::move(request_);
  }

 private:
  bool refuse(int status, std::string_view reason) {
    problem_ = {status, reason};
    return false;
  }

  bool read_first_line(std::string_view line) {
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return refuse(400, "this is no HTTP request");
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    if (!is_token(method)) return refuse(400, "this is no HTTP request");
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return refuse(505, "this server speaks HTTP/1.1");
    is_old_ = version == "HTTP/1.0";
    if (method != "GET" && method != "HEAD") return refuse(405, "this server only shows pages: GET and HEAD");
    request_.is_head = method == "HEAD";
    return read_target(target);
  }

  bool read_target(std::string_view target) {
    const std::size_t mark = std::min(target.find('?'), target.size());
    const std::string_view written = target.substr(0, mark);
    if (!written.starts_with('/')) return refuse(400, "an address begins with a slash");
    if (target.find('#') != std::string_view::npos) return refuse(400, "an address ends before its fragment");
    if (target.find(' ') != std::string_view::npos || has_control_character(target)) {
      return refuse(400, "an address holds no spaces and no control characters");
    }
    const auto path = decode_percent(written.substr(1));
    if (!path || has_control_character(*path) || find_malformed_utf8(*path)) {
      return refuse(400, "the address has a wrong escape");
    }
    if (has_dot_segment(*path) || path->find('\\') != std::string::npos) {
      return refuse(400, "an address holds no '..' and no backslash");
    }
    request_.path = *path;
    request_.query = target.substr(std::min(mark + 1, target.size()));
    return true;
  }

  bool read_field(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
      return refuse(400, "a header field is a name, a colon and a value");
    }
    const std::string name = ascii_lower_case(line.substr(0, colon));
    const std::string_view value = trim(line.substr(colon + 1));
    if (value.find_first_of(std::string_view("\0\r\n", 3)) != std::string_view::npos) {
      return refuse(400, "a header field holds no line ends");
    }
    if (name == "host") {
      ++hosts_;
      request_.host = value;
    } else if (name == "origin") {
      request_.origin = value;
    } else if (name == "sec-fetch-site") {
      request_.fetch_site = value;
    } else if (name == "connection") {
      is_closing_ = is_closing_ || ascii_lower_case(value).find("close") != std::string::npos;
    } else if (name == "transfer-encoding" || (name == "content-length" && value != "0")) {
      return refuse(413, "this server takes no bodies");
    }
    return true;
  }

  Request request_;
  BadRequest problem_;
  int hosts_ = 0;
  bool is_old_ = false;
  bool is_closing_ = false;
};

}  // namespace

std::variant<Request, BadRequest> parse_request(std::string_view head) { return RequestParser().parse(head); }

}  // namespace armillary
