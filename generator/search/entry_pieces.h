// What results show of an entry: its title, names and summary, in pieces of a few entries; its text for a snippet, in
// pieces of a few kilobytes.
#pragma once

#include <string>
#include <vector>

#include "search/entry_texts.h"
#include "search/pieces.h"

namespace armillary {

inline constexpr std::size_t kEntriesPerPiece = 4;

// `bodies` holds the text of each entry. The list is of the pieces `eN-….json`.
PieceList write_entries(const PieceWriter& writer, const ViewContext& context, const SearchEntries& entries,
                        const std::vector<std::string>& bodies, std::size_t jobs);

}  // namespace armillary
