// The search page, which lists all records for those who search without JavaScript, and its description for browsers.
#pragma once

#include <string>

#include "output/list_pages.h"

namespace armillary {

// Records on one part of the search page's list.
inline constexpr std::size_t kRecordsPerSearchPart = 2000;

// `groups` [{letter, entries [card]}] and `pagination`.
ListPage search_page(const PageSources& sources, const PlannedPage& page);

// OpenSearch 1.1: lets a browser search the site from its address bar.
std::string make_opensearch(const PageSources& sources, LanguageIndex language);

// Under the language's own folder: "zh/opensearch.xml".
std::string opensearch_address(const Language& language);

}  // namespace armillary
