#include "search/text_pieces.h"

#include <fmt/format.h>

#include "base/json_string.h"

namespace armillary {
namespace {

constexpr std::size_t kTextBytes = 3000;

// Behind the last body of the piece that begins with this one.
std::size_t end_of_piece(const std::vector<std::string>& bodies, std::size_t first) {
  std::size_t bytes = bodies[first].size();
  std::size_t end = first + 1;
  while (end < bodies.size() && bytes + bodies[end].size() <= kTextBytes) bytes += bodies[end++].size();
  return end;
}

}  // namespace

std::vector<std::string> write_texts(const PieceWriter& writer, std::size_t block,
                                     const std::vector<std::string>& bodies) {
  std::vector<std::string> places(bodies.size());
  for (std::size_t first = 0; first < bodies.size();) {
    const std::size_t end = end_of_piece(bodies, first);
    const std::size_t number = block * kEntriesPerBlock + first;
    std::string piece = "[";
    for (std::size_t at = first; at < end; ++at) {
      if (at > first) piece += ',';
      append_json_string(piece, bodies[at]);
    }
    const std::string digest = writer.write(fmt::format("x{}", number), ".json", piece + "]");
    for (std::size_t at = first; at < end; ++at) {
      if (!bodies[at].empty()) places[at] = fmt::format("[{},\"{}\",{}]", number, digest, at - first);
    }
    first = end;
  }
  return places;
}

}  // namespace armillary
