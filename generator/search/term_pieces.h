// The dictionary of the index, in pieces: terms in the order of their bytes, each with its postings. README.md of this
// room has the format.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "search/pieces.h"
#include "search/postings.h"

namespace armillary {

// Postings that are kept of one term. A term that more entries have tells little: of these, those where it stands in
// the weightiest part remain, and the piece says how many there were.
inline constexpr std::size_t kMostPostings = 4096;

struct TermPieces {
  PieceList terms;
  // Words to compare misspelt ones with: by their first character, the digest of a list `vN-….txt`.
  std::vector<std::pair<std::string, std::string>> words;
  std::string traditional;  // the digest of `h0-….txt`
};

TermPieces write_terms(const PieceWriter& writer, std::vector<IndexTerm>& terms);

}  // namespace armillary
