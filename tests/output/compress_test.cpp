#include "output/compress.h"

#define ZLIB_CONST  // what is read is const
#include <zlib.h>

#include <catch2/catch.hpp>

using namespace armillary;

namespace {

std::string page() {
  std::string out;
  for (int i = 0; i < 500; ++i) out += "<li>浑仪 " + std::to_string(i * i) + "</li>\n";
  return out;
}

std::string gunzip(const std::string& packed, std::size_t size) {
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, MAX_WBITS + 16) == Z_OK);
  std::string out(size, '\0');
  stream.next_in = reinterpret_cast<const Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  inflateEnd(&stream);
  return out;
}

}  // namespace

TEST_CASE("a compressed text is smaller and gives the text back") {
  const std::string text = page();
  const std::string packed = gzip(text);
  CHECK(packed.size() < text.size() / 3);
  CHECK(gunzip(packed, text.size()) == text);
  CHECK(brotli(text).size() < packed.size());
}

TEST_CASE("the same text gives the same bytes, without a time or a name") {
  CHECK(gzip(page()) == gzip(page()));
  CHECK(brotli(page()) == brotli(page()));
  CHECK(gzip(page()).substr(0, 8) == std::string("\x1F\x8B\x08\0\0\0\0\0", 8));
}

TEST_CASE("texts are compressed and pictures are not") {
  CHECK(is_compressible("zh/index.html"));
  CHECK(is_compressible("data/records.json"));
  CHECK(is_compressible("images/mark.svg"));
  CHECK_FALSE(is_compressible("files/cordouan.png"));
  CHECK_FALSE(is_compressible("_headers"));
}
