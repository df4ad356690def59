// What a browser needs to know of traditional Han characters: those whose simplified forms the index has.
#pragma once

#include <string>
#include <vector>

#include "search/postings.h"

namespace armillary {

// Each such character followed by its simplified form, in the order of the traditional ones.
std::string traditional_forms(const std::vector<IndexTerm>& terms);

}  // namespace armillary
