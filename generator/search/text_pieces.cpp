#include "search/text_pieces.h"

#include <fmt/format.h>

#include "base/json_string.h"

namespace armillary {
namespace {

constexpr std::size_t kTextBytes = 3000;

// Behind the last body of the piece that begins with this one.
std::size_t end_of_piece(const std::vector<std::string>& bodies, std::size_t begin) {
  std::size_t bytes = bodies[begin].size();
  std::size_t end = begin + 1;
  while (end < bodies.size() && bytes + bodies[end].size() <= kTextBytes) bytes += bodies[end++].size();
  return end;
}

}  // namespace

std::vector<std::string> write_texts(const PieceWriter& writer, std::size_t first,
                                     const std::vector<std::string>& bodies) {
  std::vector<std::string> places(bodies.size());
  for (std::size_t begin = 0; begin < bodies.size();) {
    if (bodies[begin].empty()) {
      ++begin;
      continue;
    }
    const std::size_t end = end_of_piece(bodies, begin);
    std::string piece = "[";
    for (std::size_t i = begin; i < end; ++i) {
      if (i > begin) piece += ',';
      append_json_string(piece, bodies[i]);
    }
    const std::string digest = writer.write(fmt::format("x{}", first + begin), ".json", piece + "]");
    for (std::size_t i = begin; i < end; ++i) {
      if (!bodies[i].empty()) places[i] = fmt::format("[{},\"{}\",{}]", first + begin, digest, i - begin);
    }
    begin = end;
  }
  return places;
}

}  // namespace armillary
