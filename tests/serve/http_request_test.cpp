#include "serve/http_request.h"

#include <catch2/catch.hpp>

using namespace armillary;

namespace {

// The parsed request of a head with these lines.
Request good(const std::string& head) {
  auto parsed = parse_request(head + "\r\n");
  REQUIRE(std::holds_alternative<Request>(parsed));
  return std::get<Request>(parsed);
}

int status_of(const std::string& head) {
  auto parsed = parse_request(head + "\r\n");
  REQUIRE(std::holds_alternative<BadRequest>(parsed));
  return std::get<BadRequest>(parsed).status;
}

int status_of_target(const std::string& target) {
  return status_of("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n");
}

}  // namespace

TEST_CASE("a browser's request is understood") {
  const Request request = good(
      "GET /zh/%E8%8C%B6/?q=a%20b HTTP/1.1\r\nHost: localhost:8000\r\nAccept: */*\r\norigin:  http://localhost:8000 "
      "\r\n"
      "Sec-Fetch-Site: same-origin\r\n");
  CHECK(request.path == "zh/茶/");
  CHECK(request.query == "q=a%20b");
  CHECK(request.host == "localhost:8000");
  CHECK(request.origin == "http://localhost:8000");
  CHECK(request.fetch_site == "same-origin");
  CHECK(request.is_kept_alive);
  CHECK_FALSE(request.is_head);
}

TEST_CASE("HEAD is told from GET, and a connection ends where the client says so") {
  CHECK(good("HEAD / HTTP/1.1\r\nHost: a\r\n").is_head);
  CHECK_FALSE(good("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n").is_kept_alive);
  CHECK_FALSE(good("GET / HTTP/1.0\r\n").is_kept_alive);
  CHECK(good("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n").path.empty());
}

TEST_CASE("a header's name may hold every sign of a token, and its value may be empty") {
  const Request request = good("GET / HTTP/1.1\r\nHost: \t\r\nX_^~`|9: a\r\n");
  CHECK(request.host.empty());
}

TEST_CASE("a connection that was to be closed stays so") {
  CHECK_FALSE(good("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nConnection: keep-alive\r\n").is_kept_alive);
  CHECK(good("GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive\r\n").is_kept_alive);
}

TEST_CASE("a path cannot leave the site, however it is written") {
  for (const char* target : {"/..",         "/../etc/passwd",
                             "/zh/../../x", "/%2e%2e/x",
                             "/%2E%2e%2fx", "/a/.%2e/b",
                             "/./a",        "/a\\..\\b",
                             "/a%5c..%5cb", "/%00",
                             "/a%0d%0ab",   "/%c0%ae%c0%ae/",
                             "/%ff",        "/%",
                             "/%2",         "/%zz",
                             "/%2z",        "/%GG",
                             "/%-1",        "/% 1",
                             "/%7f",        "/\x7f",
                             "/a\x01b",     "a",
                             "*",           "http://localhost/",
                             "/a#b",        "/a b"}) {
    CAPTURE(target);
    CHECK(status_of_target(target) == 400);
  }
  CHECK(good("GET /a..b/...c/ HTTP/1.1\r\nHost: a\r\n").path == "a..b/...c/");
  CHECK(good("GET /%252e%252e/ HTTP/1.1\r\nHost: a\r\n").path == "%2e%2e/");  // decoded once only
}

TEST_CASE("what is no request of a browser is refused with its own status") {
  CHECK(status_of("POST / HTTP/1.1\r\nHost: a\r\n") == 405);
  CHECK(status_of("get / HTTP/1.1\r\nHost: a\r\n") == 405);
  CHECK(status_of("PRI * HTTP/2.0\r\n") == 505);
  CHECK(status_of("GET /\r\n") == 400);
  CHECK(status_of("GET\t/ HTTP/1.1\r\nHost: a\r\n") == 400);
  CHECK(status_of("\r\n") == 400);
  CHECK(status_of(" / HTTP/1.1\r\nHost: a\r\n") == 400);
  CHECK(status_of("G@T / HTTP/1.1\r\nHost: a\r\n") == 400);
  CHECK(status_of("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n") == 413);
  CHECK(status_of("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n") == 413);
}

TEST_CASE("a head without its end is refused") {
  for (const char* head : {"", "G", "GET / HTTP/1.1", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: a\r\n"}) {
    INFO(head);
    const auto parsed = parse_request(head);
    REQUIRE(std::holds_alternative<BadRequest>(parsed));
    CHECK(std::get<BadRequest>(parsed).status == 400);
  }
}

TEST_CASE("a head that two servers could read in two ways is refused") {
  CHECK(status_of("GET / HTTP/1.1\r\n") == 400);                                // no host
  CHECK(status_of("GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n") == 400);          // two
  CHECK(status_of("GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n") == 400);          // of an old client, too
  CHECK(status_of("GET / HTTP/1.1\r\nHost: a\r\n: b\r\n") == 400);              // no name
  CHECK(status_of("GET / HTTP/1.1\r\nHost : a\r\n") == 400);                    // a space before the colon
  CHECK(status_of("GET / HTTP/1.1\r\nHost: a\r\n folded: b\r\n") == 400);       // a line that goes on
  CHECK(status_of("GET / HTTP/1.1\r\nHost: a\r\nX: b\nOrigin: c\r\n") == 400);  // half a line end
  CHECK(status_of("GET / HTTP/1.1\r\nHost: a\r\nnothing\r\n") == 400);
}
