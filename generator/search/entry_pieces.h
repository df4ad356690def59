// What results show of an entry: its title, names and summary, and where its text stands, in pieces of a few entries.
#pragma once

#include <string>
#include <vector>

#include "search/entry_texts.h"
#include "search/pieces.h"

namespace armillary {

inline constexpr std::size_t kEntriesPerPiece = 4;

// `places` holds where the body of each entry stands (search/text_pieces.h). The list is of the pieces `eN-….json`.
PieceList write_entries(const PieceWriter& writer, const ViewContext& context, const SearchEntries& entries,
                        const std::vector<std::string>& places, std::size_t jobs);

}  // namespace armillary
