// The search index of a site, one for each language: written here, read by static/js/search/. README.md of this room
// has the format.
#pragma once

#include <vector>

#include "base/take_file.h"
#include "view/facets.h"
#include "view/view_context.h"

namespace armillary {

struct SearchSources {
  const Site& site;
  const std::vector<ViewContext>& contexts;  // one a language
  const FacetIndex& facets;
};

// Hands over the files under `search/` and returns how many they are. The bytes do not depend on `jobs`.
std::size_t write_search(const SearchSources& sources, std::size_t jobs, const TakeFile& take);

}  // namespace armillary
