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

// The marks of files that were published and not changed after `last_change`; those that are linked are looked at
// again. Left out are those that are no longer what was published, and those that could be changed without a change of
// their marks: disks count time in steps, so this waits for the first one after that time, some milliseconds, and
// leaves out what is as new as that.
std::vector<PublishedFile> mark_again(const std::string& folder, std::vector<PublishedFile> files,
                                      std::uint64_t last_change, std::size_t jobs);

}  // namespace armillary
