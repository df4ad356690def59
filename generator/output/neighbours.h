// How far a change of one record can be seen: which others have pages that show something of it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "output/page_plan.h"

namespace armillary {

// Records by the places of their main texts in Corpus::files. For each text those that its record names, in fields,
// sources or texts, that name it, or that stand beside it among those of its kind; sorted, and from both sides. Nothing
// for other texts.
using Neighbours = std::vector<std::vector<std::uint32_t>>;

Neighbours find_neighbours(const Site& site, const SiteIndex& index);

// A page shows something of its record's neighbours, and of theirs: who has published a work that it cites, how many
// link to a record that it draws.
inline constexpr int kReach = 2;

// One byte a text, not 0 for main texts of records at most kReach steps from those whose texts are given. A step leads
// to a neighbour of now or of the last time. Nothing where a text is no record's.
std::optional<std::vector<char>> within_reach(const Site& site, const std::vector<std::size_t>& texts,
                                              const Neighbours& now, const Neighbours& last);

}  // namespace armillary
