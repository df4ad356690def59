#include "base/fingerprint.h"

#include <catch2/catch.hpp>
#include <string>

using namespace armillary;

TEST_CASE("equal bytes have one fingerprint, and each change of a byte gives another") {
  for (const std::size_t size : {1, 16, 17, 128, 129, 240, 241, 5000}) {
    const std::string text(size, 'a');
    const Fingerprint whole = fingerprint_of(text);
    CHECK(fingerprint_of(std::string(text)) == whole);
    CHECK(fingerprint_of(text + 'a') != whole);
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = 'b';
      CHECK(fingerprint_of(other) != whole);
    }
  }
  CHECK(fingerprint_of("") == fingerprint_of(""));
}
