#include "output/publish.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "base/file_system.h"

namespace armillary {
namespace {

namespace disk = std::filesystem;

[[noreturn]] void fail(const std::string& what, const std::string& path, int error) {
  throw FileError(path, "cannot " + what + " '" + path + "': " + std::strerror(error));
}

// Without a slash at the end; a link to a folder is followed, so that the link stays and its folder changes.
std::string settled(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  std::error_code error;
  if (!disk::is_symlink(path, error)) return path;
  const disk::path target = disk::canonical(path, error);
  return error ? path : target.string();
}

void remove_folder(const std::string& path) {
  std::error_code ignored;  // what cannot be removed now is removed by the next build
  disk::remove_all(path, ignored);
}

// Whether the file holds exactly these bytes.
bool holds(const std::string& path, std::string_view bytes) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  if (static_cast<std::size_t>(status.st_size) != bytes.size()) return false;
  return read_file(path) == bytes;
}

}  // namespace

Publisher::Publisher(std::string output) : output_(settled(std::move(output))), staging_(output_ + ".next") {
  if (file_exists(output_))
    throw FileError(output_, "cannot publish into '" + output_ + "': it is a file, not a folder");
  const std::size_t slash = output_.rfind('/');
  if (slash != std::string::npos && slash > 0) make_folders(output_.substr(0, slash));
  lock();
  remove_folder(staging_);
  remove_folder(output_ + ".old");
  make_folders(staging_);
  has_old_ = folder_exists(output_);
}

Publisher::~Publisher() {
  if (!is_finished_) remove_folder(staging_);
  if (lock_ >= 0) {
    unlink((output_ + ".lock").c_str());
    close(lock_);
  }
}

// Two builds into one folder would mix: the second waits for the first.
void Publisher::lock() {
  const std::string path = output_ + ".lock";
  for (;;) {
    lock_ = open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0666);
    if (lock_ < 0) fail("create", path, errno);
    while (flock(lock_, LOCK_EX) != 0) {
      if (errno != EINTR) fail("lock", path, errno);
    }
    // The build that held it has removed the file: the lock is on a name that nobody else will look at.
    struct stat held {};
    struct stat named {};
    const bool is_current = fstat(lock_, &held) == 0 && stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino;
    if (is_current) return;
    close(lock_);
  }
}

void Publisher::make_folder_of(const std::string& name) {
  const std::size_t slash = name.rfind('/');
  if (slash == std::string::npos) return;
  std::string folder = name.substr(0, slash);
  {
    const std::lock_guard guard(mutex_);
    if (folders_.contains(folder)) return;
  }
  // Two threads may make the same one; none may take for made what another is still making.
  make_folders(staging_ + "/" + folder);
  const std::lock_guard guard(mutex_);
  folders_.insert(std::move(folder));
}

bool Publisher::keep_old(const std::string& name, std::string_view bytes) {
  const std::string old_path = output_ + "/" + name;
  return holds(old_path, bytes) && link(old_path.c_str(), (staging_ + "/" + name).c_str()) == 0;
}

void Publisher::add(const std::string& name, std::string_view bytes) {
  make_folder_of(name);
  const bool kept = has_old_ && keep_old(name, bytes);
  if (!kept) write_file(staging_ + "/" + name, bytes);
  const std::lock_guard guard(mutex_);
  names_.insert(name);
  ++(kept ? counts_.unchanged : counts_.written);
  if (!kept) changes_.written.insert(name);
}

void Publisher::find_removed() {
  if (!folder_exists(output_)) return;
  for (const Entry& entry : list_files(output_)) {
    if (entry.kind != EntryKind::folder && !names_.contains(entry.path)) changes_.removed.insert(entry.path);
  }
}

void Publisher::finish() {
  find_removed();
  counts_.removed = changes_.removed.size();
  const bool stands = folder_exists(output_);
  if (stands && counts_.written == 0 && counts_.removed == 0) return;
  if (stands) {
    // One step: at no moment is there no site, nor half of one.
    if (renameat2(AT_FDCWD, staging_.c_str(), AT_FDCWD, output_.c_str(), RENAME_EXCHANGE) != 0) {
      const std::string old = output_ + ".old";  // a file system that cannot exchange: two steps
      if (rename(output_.c_str(), old.c_str()) != 0) fail("rename", output_, errno);
      if (rename(staging_.c_str(), output_.c_str()) != 0) {
        const int error = errno;
        rename(old.c_str(), output_.c_str());
        fail("rename", staging_, error);
      }
      remove_folder(old);
    }
    remove_folder(staging_);
  } else if (rename(staging_.c_str(), output_.c_str()) != 0) {
    fail("rename", staging_, errno);
  }
  is_finished_ = true;
}

}  // namespace armillary
