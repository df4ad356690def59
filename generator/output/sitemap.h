// sitemap.xml (sitemaps.org 0.9 with hreflang as Google reads it) and robots.txt (RFC 9309).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/take_file.h"
#include "output/page_plan.h"
#include "output/page_view.h"

namespace armillary {

// What one file may hold, by the protocol's "Using Sitemap index files".
struct SitemapBounds {
  std::size_t addresses = 50'000;
  std::size_t bytes = std::size_t{50} * 1024 * 1024;
};

// Writes every page but aliases, 404 and pages that only fall back to another language: `sitemap.xml`, or, where that
// would hold too much, `sitemap-1.xml` and so on with `sitemap.xml` as their index. Throws what `take` throws.
void write_sitemap(const PageSources& sources, const std::vector<PlannedPage>& pages, const TakeFile& take,
                   const SitemapBounds& bounds = {});

std::string make_robots(const std::string& base_url);

}  // namespace armillary
