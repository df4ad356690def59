// sitemap.xml (sitemaps.org 0.9 with hreflang as Google reads it) and robots.txt (RFC 9309).
#pragma once

#include <string>
#include <vector>

#include "output/page_plan.h"
#include "output/page_view.h"

namespace armillary {

// Every page but aliases, 404 and pages that only fall back to another language.
std::string make_sitemap(const PageSources& sources, const std::vector<PlannedPage>& pages);

std::string make_robots(const std::string& base_url);

}  // namespace armillary
