// Two builds into one folder would mix: the second waits for the first.
#pragma once

#include <string>

namespace armillary {

// Holds a lock on a folder's name as long as it lives; other programs that use the same lock wait. The lock is a file
// beside the folder, NAME.lock, which goes with it; one that a killed build left is no lock.
class FolderLock {
 public:
  // Waits until the lock is free. Throws FileError.
  explicit FolderLock(const std::string& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  std::string path_;
  int file_ = -1;
};

}  // namespace armillary
