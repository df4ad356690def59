// What the pages of records show of the site as a whole, the same on all of them.
#pragma once

#include <vector>

#include "base/fingerprint.h"
#include "templating/value.h"
#include "view/facets.h"

namespace armillary {

// Of the values that all pages of a language are given, one mapping a language, and of which options have pages that
// can be linked to. Functions do not count: they follow from the words and formats of a language.
Fingerprint fingerprint_of_common(const std::vector<templating::Map>& globals, const FacetIndex& facets);

}  // namespace armillary
