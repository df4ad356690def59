#include "output/compress.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <new>

namespace armillary {
namespace {

constexpr std::array<std::string_view, 11> kTexts = {".html", ".css", ".js",  ".json", ".jsonld",     ".xml",
                                                     ".svg",  ".txt", ".csv", ".ics",  ".webmanifest"};

// The next steps of brotli take ten times as long for a twentieth less.
constexpr int kBrotliQuality = 9;

std::uint8_t* as_bytes(std::string& text) { return reinterpret_cast<std::uint8_t*>(text.data()); }
const std::uint8_t* as_bytes(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

}  // namespace

bool is_compressible(std::string_view name) {
  return std::any_of(kTexts.begin(), kTexts.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

std::string gzip(std::string_view bytes) {
  constexpr int kGzipHeader = 16;
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + kGzipHeader, MAX_MEM_LEVEL,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  // Files of a site are far below the 4 GiB that zlib takes at once.
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  std::string text(bytes);
  stream.next_in = as_bytes(text);
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = as_bytes(out);
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::bad_alloc();
  return out;
}

std::string brotli(std::string_view bytes) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  std::string out(size, '\0');
  if (BrotliEncoderCompress(kBrotliQuality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(), as_bytes(bytes),
                            &size, as_bytes(out)) == BROTLI_FALSE) {
    throw std::bad_alloc();
  }
  out.resize(size);
  return out;
}

}  // namespace armillary
