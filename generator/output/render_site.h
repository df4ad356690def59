// From a linked site to files: every page made, rendered, checked and handed on.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/take_file.h"
#include "link/site.h"
#include "output/static_files.h"

namespace armillary {

struct RenderOptions {
  std::vector<SearchFolder> template_folders;  // the first that has a file wins
  std::vector<SearchFolder> static_folders;
  std::string content_folder;  // for files beside records
  std::string base_url;        // with a slash at the end
  std::size_t jobs = 1;
};

struct RenderCounts {
  std::size_t pages = 0;
  std::size_t files = 0;  // all others
};

// Renders everything into `take`. After an error some files may not have been handed over. The bytes do not depend
// on `jobs`. Throws FileError.
RenderCounts render_site(const Site& site, const RenderOptions& options, const TakeFile& take,
                         Diagnostics& diagnostics);

}  // namespace armillary
