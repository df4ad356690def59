#include "search/pieces.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "base/json_string.h"

namespace armillary {
namespace {

constexpr std::size_t kLongestList = 1024;  // pieces that the manifest itself lists
constexpr std::size_t kFan = 128;           // pieces in a list of its own

std::string list_body(const PieceList& list) {
  std::string out;
  if (!list.firsts.empty()) {
    out += "\"firsts\":[";
    for (std::size_t i = 0; i < list.firsts.size(); ++i) {
      if (i > 0) out += ',';
      append_json_string(out, list.firsts[i]);
    }
    out += "],";
  }
  return out += R"("digests":")" + list.digests + "\"}";
}

}  // namespace

std::string PieceWriter::write(std::string_view name, std::string_view ending, std::string_view bytes) const {
  std::string digest = sha256_hex(bytes).substr(0, kPieceDigest);
  take_(fmt::format("{}{}-{}{}", folder_, name, digest, ending), bytes);
  return digest;
}

void PieceWriter::write_manifest(std::string_view bytes) const { take_(folder_ + "index.json", bytes); }

std::string piece_list_json(const PieceWriter& writer, std::string_view name, const PieceList& list) {
  const std::size_t count = list.digests.size() / kPieceDigest;
  if (count <= kLongestList) return "{\"fan\":0," + list_body(list);
  PieceList upper;
  for (std::size_t begin = 0; begin < count; begin += kFan) {
    const std::size_t end = std::min(begin + kFan, count);
    PieceList part;
    part.digests = list.digests.substr(begin * kPieceDigest, (end - begin) * kPieceDigest);
    if (!list.firsts.empty()) {
      part.firsts.assign(list.firsts.begin() + static_cast<std::ptrdiff_t>(begin),
                         list.firsts.begin() + static_cast<std::ptrdiff_t>(end));
      upper.firsts.push_back(list.firsts[begin]);
    }
    upper.digests += writer.write(fmt::format("{}l{}", name, begin / kFan), ".json", "{" + list_body(part));
  }
  return fmt::format("{{\"fan\":{},", kFan) + list_body(upper);
}

}  // namespace armillary
