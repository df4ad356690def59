// Files of the index: small pieces, each named by its place and a digest of its bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/take_file.h"

namespace armillary {

inline constexpr std::size_t kPieceDigest = 8;  // hexadecimal digits

// Writes the pieces of one language.
class PieceWriter {
 public:
  // `folder` ends with a slash: "search/zh/".
  PieceWriter(const TakeFile& take, std::string folder) : take_(take), folder_(std::move(folder)) {}

  // Writes `search/zh/t12-0a1b2c3d.bin` for the name "t12" and the ending ".bin", and returns the digest. May be called
  // by many threads.
  std::string write(std::string_view name, std::string_view ending, std::string_view bytes) const;

  // The file that tells where all others are; it keeps its name.
  void write_manifest(std::string_view bytes) const;

 private:
  const TakeFile& take_;
  std::string folder_;
};

// A list of pieces with one name and rising numbers. Long lists are kept in pieces of their own, `NAMEl0-….json`, so
// that the manifest stays small however large the site is.
struct PieceList {
  std::vector<std::string> firsts;  // the first term of each; empty where pieces are found by number
  std::string digests;              // one after the other
};

// {"fan": 0, "firsts": […], "digests": "…"}; with a `fan` above 0 the entries are lists of that many pieces.
std::string piece_list_json(const PieceWriter& writer, std::string_view name, const PieceList& list);

}  // namespace armillary
