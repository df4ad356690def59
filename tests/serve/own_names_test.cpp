#include "serve/own_names.h"

#include <catch2/catch.hpp>

using namespace armillary;

TEST_CASE("a server on this machine answers to the machine's own names only") {
  const OwnNames names("127.0.0.1");
  for (const char* own :
       {"localhost", "LocalHost:8000", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8000", "localhost:"}) {
    CAPTURE(own);
    CHECK(names.has(own));
  }
  for (const char* other :
       {"", ":8000", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.0.7", "localhost:80a",
        "localhost:800000", "[::1", "::1", "[::2]", "localhost@evil.example", "evil.example:8000"}) {
    CAPTURE(other);
    CHECK_FALSE(names.has(other));
  }
}

TEST_CASE("the host that was given is a name of the server") {
  CHECK(OwnNames("Studio.Local").has("studio.local:8000"));
  CHECK(OwnNames("[fe80::1]").has("[FE80::1]:8000"));
  CHECK_FALSE(OwnNames("studio.local").has("studio.local.evil.example"));
}

TEST_CASE("a server on all addresses answers to addresses in figures, never to other names") {
  for (const char* all : {"0.0.0.0", "::"}) {
    CHECK(OwnNames(all).has("192.168.0.7:8000"));
    CHECK(OwnNames(all).has("[fe80::1]:8000"));
    CHECK_FALSE(OwnNames(all).has("evil.example:8000"));
  }
}

TEST_CASE("events are for the server's own pages") {
  CHECK(is_own_origin("", "", "localhost:8000"));
  CHECK(is_own_origin("http://localhost:8000", "same-origin", "localhost:8000"));
  CHECK_FALSE(is_own_origin("http://localhost:9000", "", "localhost:8000"));
  CHECK_FALSE(is_own_origin("https://localhost:8000", "", "localhost:8000"));
  CHECK_FALSE(is_own_origin("null", "", "localhost:8000"));
  CHECK_FALSE(is_own_origin("", "cross-site", "localhost:8000"));
  CHECK_FALSE(is_own_origin("", "same-site", "localhost:8000"));
}
