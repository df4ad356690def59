#include "base/file_mark.h"

#include <sys/stat.h>

namespace armillary {

std::uint64_t nanoseconds(const timespec& time) {
  constexpr std::uint64_t kSecond = 1'000'000'000;  // nanoseconds
  return static_cast<std::uint64_t>(time.tv_sec) * kSecond + static_cast<std::uint64_t>(time.tv_nsec);
}

FileMark mark_of(const struct stat& status) {
  return {status.st_ino, static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim),
          nanoseconds(status.st_ctim)};
}

std::optional<FileMark> mark_of(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return mark_of(status);
}

}  // namespace armillary
