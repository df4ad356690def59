// `search/LANG/index.json`: what a search reads first, and where all else is. The room's README.md has the format.
#pragma once

#include <string>

#include "search/concepts.h"
#include "search/entry_texts.h"
#include "search/term_pieces.h"

namespace armillary {

// Writes the pieces that only the manifest needs (facets, years, traditional characters) and returns the manifest.
std::string make_manifest(const PieceWriter& writer, const ViewContext& context, const FacetIndex& facets,
                          const SearchEntries& entries, const ConceptFinder& concepts, const TermPieces& terms,
                          const PieceList& entry_pieces);

}  // namespace armillary
