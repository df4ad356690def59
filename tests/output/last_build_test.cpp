#include "output/last_build.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "base/digest.h"

using namespace armillary;

namespace {

LastBuild some_build() {
  LastBuild out;
  out.settings = sha256_hex("settings");
  out.surroundings = sha256_hex("templates") + sha256_hex("releases");
  out.texts.frame = sha256_hex("frame");
  out.common = fingerprint_of("common");
  out.texts.texts = {{fingerprint_of("front"), fingerprint_of("a"), std::string("\x01\x00outline", 9), true},
                     {fingerprint_of(""), fingerprint_of("b"), "", false}};
  out.neighbours = {{1, 70'000}, {}};
  out.files = {{"404.html", {17, 1200, 1'700'000'000'123'456'789, 1'700'000'001'000'000'001}, true},
               {"zh/index.html", {18, 0, 0, 0}, false}};
  return out;
}

std::string pack(const LastBuild& build) { return PackedBuild(build).with(build.files); }

constexpr std::size_t kSealDigits = 32;

}  // namespace

TEST_CASE("what a build knows is read back as it was written") {
  const LastBuild build = some_build();
  const auto read = unpack(pack(build));
  REQUIRE(read);
  CHECK(read->settings == build.settings);
  CHECK(read->surroundings == build.surroundings);
  CHECK(read->common == build.common);
  CHECK(read->neighbours == build.neighbours);
  CHECK(read->texts.frame == build.texts.frame);
  REQUIRE(read->texts.texts.size() == 2);
  CHECK(read->texts.texts[0].front == fingerprint_of("front"));
  CHECK(read->texts.texts[0].body == fingerprint_of("a"));
  CHECK(read->texts.texts[0].outline == build.texts.texts[0].outline);
  CHECK(read->texts.texts[0].is_clean);
  CHECK_FALSE(read->texts.texts[1].is_clean);
  REQUIRE(read->files.size() == 2);
  REQUIRE(read->find("404.html") != nullptr);
  CHECK(*read->find("404.html") == build.files[0].mark);
  CHECK(read->find("en/index.html") == nullptr);
}

TEST_CASE("nothing that was cut off, added to or changed is taken for it") {
  const std::string whole = pack(some_build());
  for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(unpack(whole.substr(0, size)));
  CHECK_FALSE(unpack(whole + "x"));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string other = whole;
    other[i] = static_cast<char>(other[i] ^ 1);
    CHECK_FALSE(unpack(other));
  }
}

TEST_CASE("bytes with the right seal that no build packed do no harm") {
  const std::string whole = pack(some_build());
  const std::string packed = whole.substr(0, whole.size() - kSealDigits);
  const auto read = [](const std::string& bytes) {
    const Fingerprint fingerprint = fingerprint_of(bytes);
    return unpack(bytes + fmt::format("{:016x}{:016x}", fingerprint.high, fingerprint.low));
  };
  CHECK(read(packed));
  for (std::size_t size = 0; size < packed.size(); ++size) CHECK_FALSE(read(packed.substr(0, size)));
  CHECK_FALSE(read(packed + "x"));
  for (std::size_t i = 0; i < packed.size(); ++i) {
    std::string other = packed;
    other[i] = '\xff';
    read(other);  // it may be another number
  }
}
