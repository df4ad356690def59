// The site at one moment: linked, with everything that its pages are made with.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "link/site.h"
#include "output/render_site.h"

namespace armillary {

// Immutable once made: any thread may make pages of it.
class Snapshot {
 public:
  // As SiteRenderer. Throws FileError.
  Snapshot(Site site, RenderOptions options, Diagnostics& diagnostics);

  const Site& site() const { return site_; }
  const SiteRenderer& renderer() const { return renderer_; }

  // The page of a file's name ("zh/laws/index.html"), or null; the same for static files.
  const PlannedPage* find_page(std::string_view file) const;
  const StaticFile* find_static(std::string_view file) const;

 private:
  Site site_;
  SiteRenderer renderer_;
  std::unordered_map<std::string_view, const PlannedPage*> pages_;        // by address
  std::unordered_map<std::string_view, const StaticFile*> static_files_;  // likewise
};

}  // namespace armillary
