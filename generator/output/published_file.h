// By what a file of the site is known again: as long as all of it is the same, it holds what a build wrote.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace armillary {

struct FileMark {
  std::uint64_t inode = 0;
  std::uint64_t size = 0;      // bytes
  std::uint64_t modified = 0;  // nanoseconds since 1970
  std::uint64_t changed = 0;   // likewise; a new link to the file counts as a change, too

  bool operator==(const FileMark&) const = default;

  // The same file with the same bytes; it may have been linked or unlinked since.
  bool holds_the_same_as(const FileMark& other) const {
    return inode == other.inode && size == other.size && modified == other.modified;
  }
};

// Of a regular file; nothing where there is none, or where the disk does not tell.
std::optional<FileMark> mark_of(const std::string& path);

struct PublishedFile {
  std::string name;  // relative to the site
  FileMark mark;
  bool is_linked = false;  // to a file of the old site: when that goes, it counts as changed
};

// The marks of files that were just published, sorted by name as they are given; those that are linked are looked at
// again. Left out are those that are no longer what was published, and those that could be changed without a change of
// their marks: disks count time in steps, so this waits for the next one, some milliseconds, and leaves out what is as
// new as that.
std::vector<PublishedFile> mark_again(const std::string& folder, std::vector<PublishedFile> files, std::size_t jobs);

}  // namespace armillary
