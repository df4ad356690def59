#include "markdown/link_address.h"

#include <catch2/catch.hpp>

using namespace armillary::markdown;

TEST_CASE("http, https, mailto and relative addresses are known") {
  CHECK(kind_of_address("https://a.org") == AddressKind::external);
  CHECK(kind_of_address("HTTP:a") == AddressKind::external);
  CHECK(kind_of_address("mailto:a@b.org") == AddressKind::mail);
  CHECK(kind_of_address("#a") == AddressKind::fragment);
  CHECK(kind_of_address("a/b.pdf") == AddressKind::relative);
  CHECK(kind_of_address("/a:b") == AddressKind::relative);
  CHECK(kind_of_address("./a:b") == AddressKind::relative);
  CHECK(kind_of_address("?a:b") == AddressKind::relative);
  CHECK(kind_of_address("文:b") == AddressKind::relative);
  CHECK(kind_of_address("") == AddressKind::empty);
  CHECK(kind_of_address(" \t") == AddressKind::empty);
}

TEST_CASE("every other scheme is forbidden, however it is written") {
  for (const char* address :
       {"javascript:alert(1)", "JavaScript:x", "java\tscript:x", "\njavascript:x", " javascript:x", "\x01javascript:x",
        "java\x7Fscript:x", "javascript\r\n:x", "data:text/html,x", "vbscript:x", "file:///etc", "ftp://a.org", "tel:1",
        "c:\\x", "x-y.z+1:a"}) {
    INFO(address);
    CHECK(kind_of_address(address) == AddressKind::forbidden);
  }
}

TEST_CASE("an address with a host but no scheme is told apart") {
  for (const char* address : {"//a.org", "\\\\a.org", "/\\a.org", " //a.org", "/\t/a.org"}) {
    INFO(address);
    CHECK(kind_of_address(address) == AddressKind::hostless);
  }
  CHECK(kind_of_address("/a//b") == AddressKind::relative);
  CHECK(kind_of_address("/") == AddressKind::relative);
}

TEST_CASE("a scheme is named in lower case without what hides it") {
  CHECK(scheme_of("Java\tScript:x") == "javascript");
  CHECK(scheme_of("a/b:c").empty());
  CHECK(scheme_of("1a:b").empty());
  CHECK(scheme_of(":a").empty());
}

TEST_CASE("addresses are written for an attribute") {
  std::string out;
  append_address(out, "https://a.org/a b?x=1&y='文'\"<>[]%20~`^{}|\\");
  CHECK(out == "https://a.org/a%20b?x=1&amp;y=&#x27;%E6%96%87&#x27;%22%3C%3E%5B%5D%20~%60%5E%7B%7D%7C%5C");
}

TEST_CASE("percent escapes are decoded where they are whole") {
  CHECK(decode_percent("a%20b%E6%96%87") == "a b文");
  CHECK(decode_percent("100% %2 %zz %4") == "100% %2 %zz %4");
}
