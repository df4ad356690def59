// The bodies of entries in plain text, for snippets, in pieces of a few kilobytes.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/pieces.h"

namespace armillary {

// Bodies are cut into pieces a block at a time: whoever writes a block, its pieces are the same.
inline constexpr std::size_t kEntriesPerBlock = 16;

// Writes the pieces `xN-….json` of a block, given the body of each of its entries, and returns where each stands:
// [number of the piece, digest, place in it] as JSON; empty for an empty body. May be called by many threads.
std::vector<std::string> write_texts(const PieceWriter& writer, std::size_t block,
                                     const std::vector<std::string>& bodies);

}  // namespace armillary
