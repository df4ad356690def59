#include "output/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/file_system.h"

namespace armillary {
namespace {

// 0, or what is wrong.
int wait_for(int file) {
  while (flock(file, LOCK_EX) != 0) {
    if (errno != EINTR) return errno;
  }
  return 0;
}

}  // namespace

FolderLock::FolderLock(const std::string& folder) : path_(folder + ".lock") {
  constexpr mode_t kReadableAndWritable = 0666;
  for (;;) {
    file_ = open(path_.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, kReadableAndWritable);
    const bool is_new = file_ >= 0;
    if (!is_new) file_ = open(path_.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, kReadableAndWritable);
    if (file_ < 0) throw FileError("create", path_, errno);
    struct stat held {};
    struct stat named {};
    int error = wait_for(file_);
    if (error == 0 && fstat(file_, &held) != 0) error = errno;
    if (error == 0 && stat(path_.c_str(), &named) != 0 && errno != ENOENT) error = errno;
    if (error != 0) {
      if (is_new) unlink(path_.c_str());
      close(file_);
      throw FileError("lock", path_, error);
    }
    if (held.st_ino == named.st_ino) return;
    close(file_);  // the build that held it has removed the file: nobody else will look at this one
  }
}

// The file goes first: whoever waits for it sees that it is gone and makes another.
FolderLock::~FolderLock() {
  unlink(path_.c_str());
  close(file_);
}

}  // namespace armillary
