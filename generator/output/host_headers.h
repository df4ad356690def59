// The file _headers, which several hosts of static sites read (Netlify, Cloudflare Pages and others).
#pragma once

#include <string>
#include <vector>

#include "output/static_files.h"

namespace armillary {

// Security headers for everything, with the same policy that the pages carry themselves, and a year in caches for the
// static files whose address has a digest. `base_url` ends with a slash; its path stands before every address.
std::string make_host_headers(const std::vector<StaticFile>& static_files, const std::string& base_url);

}  // namespace armillary
