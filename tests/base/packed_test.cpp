#include "base/packed.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace armillary;

TEST_CASE("numbers and texts are read back in the order in which they were packed") {
  constexpr std::uint64_t kLargest = std::numeric_limits<std::uint64_t>::max();
  Packer packer;
  for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, kLargest}) {
    packer.number(number);
  }
  packer.text("");
  packer.text("two\0parts");
  const std::string bytes = packer.take();
  Unpacker unpacker(bytes);
  CHECK(unpacker.number() == 0);
  CHECK(unpacker.number() == 127);
  CHECK(unpacker.number() == 128);
  CHECK(unpacker.number() == kLargest);
  CHECK(unpacker.text().empty());
  CHECK(unpacker.text() == "two\0parts");
  CHECK(unpacker.is_good());
  CHECK(unpacker.is_at_end());
}

TEST_CASE("what ends too early or has no end is not good from there on") {
  Unpacker open_number("\x80\x80");
  CHECK(open_number.number() == 0);
  CHECK_FALSE(open_number.is_good());
  Unpacker endless("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff");
  CHECK(endless.number() == 0);
  CHECK_FALSE(endless.is_good());
  Unpacker short_text(
      "\x05"
      "abc");
  CHECK(short_text.text().empty());
  CHECK_FALSE(short_text.is_good());
  CHECK(short_text.number() == 0);
  Unpacker too_many(
      "\x7f"
      "abc");
  CHECK(too_many.count() == 0);
  CHECK_FALSE(too_many.is_good());
}
