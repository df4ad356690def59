// By what the files of a site are known again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/file_mark.h"

namespace armillary {

struct PublishedFile {
  std::string name;  // relative to the site
  FileMark mark;
  bool is_linked = false;  // to a file of the old site: when that goes, it counts as changed
};

// Nanoseconds since 1970: the finest that the machine knows.
std::uint64_t present_time();

// The files with the marks that they have now: those that are linked are looked at again. Left out are those that are
// no longer what was published.
std::vector<PublishedFile> mark_again(const std::string& folder, std::vector<PublishedFile> files, std::size_t jobs);

// Whether whoever changes one of the files from now on changes its mark. Disks count time in steps, so this waits for
// the first one after `last_change`, the last time that any of them was changed: some milliseconds.
bool have_settled(const std::vector<PublishedFile>& files, std::uint64_t last_change);

}  // namespace armillary
