#include "upkeep/text_digest.h"

#include <catch2/catch.hpp>

using namespace armillary;

TEST_CASE("the digest of a text does not change with what a reader does not see") {
  const std::string digest = text_digest("One.\n\nTwo.\n");
  CHECK(digest.starts_with("sha256:"));
  CHECK(digest.size() == 7 + 16);
  CHECK(text_digest("\n\nOne.  \r\n\r\n\r\nTwo.") == digest);
  CHECK(text_digest("One.\n \t\nTwo.\n\n\n") == digest);
  CHECK(text_digest("caf\u00E9\n") == text_digest("cafe\u0301\n"));
}

TEST_CASE("the digest of a text changes with its words, its paragraphs and its indentation") {
  const std::string digest = text_digest("One.\n\nTwo.\n");
  CHECK(text_digest("One.\n\nToo.\n") != digest);
  CHECK(text_digest("One.\nTwo.\n") != digest);
  CHECK(text_digest("One.\n\n    Two.\n") != digest);
}

TEST_CASE("a translation names a digest by its first digits, eight or more") {
  const std::string digest = text_digest("One.");
  CHECK(names_digest(digest, "One."));
  CHECK(names_digest(digest.substr(7), "One."));
  CHECK(names_digest(digest.substr(0, 7 + 8), "One."));
  CHECK_FALSE(names_digest(digest.substr(0, 7 + 7), "One."));
  CHECK_FALSE(names_digest("", "One."));
  CHECK_FALSE(names_digest(digest, "Two."));
}
