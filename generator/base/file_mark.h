// By what a file is known again: as long as all of it is the same, it holds what it did.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

struct stat;
struct timespec;

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
FileMark mark_of(const struct stat& status);

// Since 1970, as marks have it.
std::uint64_t nanoseconds(const timespec& time);

}  // namespace armillary
