// The bodies of entries in plain text, for snippets, in pieces of a few kilobytes.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/pieces.h"

namespace armillary {

// Writes the pieces `xN-….json` of the entries from number `first` on, given the body of each, and returns where each
// stands: [number of the piece, digest, place in it] as JSON; empty for an empty body, which is in no piece unless
// between others. May be called by many threads.
std::vector<std::string> write_texts(const PieceWriter& writer, std::size_t first,
                                     const std::vector<std::string>& bodies);

}  // namespace armillary
