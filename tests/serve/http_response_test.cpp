#include "serve/http_response.h"

#include <catch2/catch.hpp>

using namespace armillary;

TEST_CASE("an answer says its length and type, and is not kept by browsers") {
  Response page;
  page.type = "text/html; charset=utf-8";
  page.body = "文";
  CHECK(
      response_head(page, true) ==
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 3\r\nCache-Control: no-store\r\n"
      "X-Content-Type-Options: nosniff\r\nX-Frame-Options: SAMEORIGIN\r\nCross-Origin-Resource-Policy: same-origin\r\n"
      "Connection: keep-alive\r\n\r\n");
}

TEST_CASE("a file whose address changes with its content is kept for ever, a stream has no length") {
  Response file;
  file.never_changes = true;
  CHECK(response_head(file, false).find("Cache-Control: max-age=31536000, immutable\r\n") != std::string::npos);
  CHECK(response_head(file, false).find("Connection: close\r\n") != std::string::npos);
  Response stream;
  stream.is_stream = true;
  CHECK(response_head(stream, false).find("Content-Length") == std::string::npos);
  CHECK(response_head(text_response(405, "no"), false).find("Allow: GET, HEAD\r\n") != std::string::npos);
}

TEST_CASE("the type of a file follows from its ending") {
  CHECK(content_type_of("zh/index.html") == "text/html; charset=utf-8");
  CHECK(content_type_of("js/search.1f.js") == "text/javascript; charset=utf-8");
  CHECK(content_type_of("data/catalog.jsonld") == "application/ld+json");
  CHECK(content_type_of("zh/calendar.ics") == "text/calendar; charset=utf-8");
  CHECK(content_type_of("CNAME") == "application/octet-stream");
}
