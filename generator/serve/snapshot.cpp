#include "serve/snapshot.h"

#include <utility>

#include "view/addresses.h"

namespace armillary {

Snapshot::Snapshot(Site site, RenderOptions options, Diagnostics& diagnostics)
    : site_(std::move(site)), renderer_(site_, std::move(options), diagnostics) {
  pages_.reserve(renderer_.pages().size());
  for (const PlannedPage& page : renderer_.pages()) pages_.emplace(page.address, &page);
  for (const StaticFile& file : renderer_.static_files()) static_files_.emplace(file.address, &file);
}

const PlannedPage* Snapshot::find_page(std::string_view file) const {
  const auto found = pages_.find(address_of_file(file));
  return found == pages_.end() ? nullptr : found->second;
}

const StaticFile* Snapshot::find_static(std::string_view file) const {
  const auto found = static_files_.find(file);
  return found == static_files_.end() ? nullptr : found->second;
}

}  // namespace armillary
