#include "output/publish.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <system_error>

#include "base/file_system.h"

namespace armillary {
namespace {

namespace disk = std::filesystem;

// Without a slash at the end; a link to a folder is followed, so that the link stays and its folder changes.
std::string settled(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  std::error_code error;
  const disk::file_status status = disk::symlink_status(path, error);
  if (status.type() == disk::file_type::none) throw FileError("look at", path, error.value());
  if (!disk::is_symlink(status)) return path;
  const disk::path target = disk::canonical(path, error);
  if (error && error != std::errc::no_such_file_or_directory) throw FileError("follow", path, error.value());
  return error ? path : target.string();
}

// The folder that a path lies in.
std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

void rename_to(const std::string& from, const std::string& to) {
  if (rename(from.c_str(), to.c_str()) != 0) throw FileError("rename", from, errno);
}

bool comes_before(const PublishedFile& a, const PublishedFile& b) { return a.name < b.name; }

}  // namespace

Publisher::Publisher(std::string output, std::size_t jobs)
    : output_(settled(std::move(output))), jobs_(jobs), staging_(output_ + ".next"), old_(output_ + ".old") {
  if (file_exists(output_))
    throw FileError(output_, "cannot publish into '" + output_ + "': it is a file, not a folder");
  make_folders(folder_of(output_));
  lock_.emplace(output_);
  clean_up();
  has_old_ = folder_exists(output_);
  make_folders(staging_);
}

// After a build that was killed. What is left of its site must not get into this one. Killed between two renamings, it
// left no site where one was.
void Publisher::clean_up() {
  if (!folder_exists(output_) && folder_exists(old_)) rename_to(old_, output_);
  remove_folder(staging_, jobs_);
  remove_folder(old_, jobs_);
}

// Where a new site or an old one is no longer needed: what cannot be removed now is removed by the next build.
void Publisher::try_to_remove(const std::string& folder) const {
  try {
    remove_folder(folder, jobs_);
  } catch (const std::exception&) {  // of the disk or of memory
  }
}

Publisher::~Publisher() {
  if (!is_finished_) try_to_remove(staging_);
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

void Publisher::add(const std::string& name, const FileContent& content) {
  make_folder_of(name);
  const std::string old_path = output_ + "/" + name;
  const std::string new_path = staging_ + "/" + name;
  const bool is_same = has_old_ && file_holds(old_path, content);
  const bool is_linked = is_same && link(old_path.c_str(), new_path.c_str()) == 0;
  // A file without a mark is nothing to be known again.
  const FileMark mark = is_linked ? mark_of(new_path).value_or(FileMark{}) : write_file(new_path, content);
  note({name, mark, is_linked}, is_same);
}

bool Publisher::keep(const std::string& name, const FileMark& mark) {
  const std::string old_path = output_ + "/" + name;
  if (!has_old_ || mark_of(old_path) != mark) return false;
  make_folder_of(name);
  const std::string new_path = staging_ + "/" + name;
  const bool is_linked = link(old_path.c_str(), new_path.c_str()) == 0;
  note({name, is_linked ? mark : write_file(new_path, read_file(old_path)), is_linked}, true);
  return true;
}

void Publisher::note(PublishedFile file, bool is_same) {
  const std::lock_guard guard(mutex_);
  ++(is_same ? counts_.unchanged : counts_.written);
  if (!is_same) changes_.written.push_back(file.name);
  files_.push_back(std::move(file));
}

const Publisher::Changes& Publisher::compare() {
  if (is_compared_) return changes_;
  is_compared_ = true;
  std::sort(changes_.written.begin(), changes_.written.end());
  if (!has_old_) return changes_;
  std::sort(files_.begin(), files_.end(), comes_before);
  const auto is_added = [&](const std::string& name) {
    const auto found =
        std::lower_bound(files_.begin(), files_.end(), name,
                         [](const PublishedFile& file, const std::string& wanted) { return file.name < wanted; });
    return found != files_.end() && found->name == name;
  };
  for (const Entry& entry : list_files(output_, jobs_)) {
    const bool stays = entry.kind == EntryKind::folder || is_added(entry.path);
    if (!stays) changes_.removed.push_back(entry.path);
  }
  counts_.removed = changes_.removed.size();
  return changes_;
}

// One step where the file system can exchange two names: at no moment is there no site, nor half of one.
void Publisher::put_in_place() {
  if (!has_old_) return rename_to(staging_, output_);
  if (renameat2(AT_FDCWD, staging_.c_str(), AT_FDCWD, output_.c_str(), RENAME_EXCHANGE) == 0) {
    is_exchanged_ = true;
    return;
  }
  if (errno != EINVAL && errno != ENOSYS) throw FileError("rename", staging_, errno);
  rename_to(output_, old_);
  try {
    rename_to(staging_, output_);
  } catch (const std::exception&) {
    rename(old_.c_str(), output_.c_str());
    throw;
  }
}

bool Publisher::take_back() {
  if (is_exchanged_) {
    return renameat2(AT_FDCWD, staging_.c_str(), AT_FDCWD, output_.c_str(), RENAME_EXCHANGE) == 0;
  }
  if (rename(output_.c_str(), staging_.c_str()) != 0) return false;
  return !has_old_ || rename(old_.c_str(), output_.c_str()) == 0;
}

// Whatever a power cut leaves is the old site or the new one: files and folders are on the disk before they get the
// site's name, and that name is before the old site goes.
void Publisher::finish() {
  compare();
  last_change_ = present_time();  // and there may be nothing to remove later
  if (has_old_ && counts_.written == 0 && counts_.removed == 0) {
    is_finished_ = true;
    remove_other();
    return;
  }
  const std::string parent = folder_of(output_);
  sync_file_system(staging_);
  put_in_place();
  try {
    sync_folder(parent);
  } catch (const std::exception& error) {
    if (take_back()) throw;
    throw FileError(output_,
                    fmt::format("{}; the new site is in its place, but a power cut may undo it", error.what()));
  }
  is_finished_ = true;
  if (has_old_) remove_other();
}

// Of files that stand in both sites it is the same file that loses a name, which counts as a change of it.
void Publisher::remove_other() {
  try_to_remove(staging_);
  try_to_remove(old_);
  last_change_ = present_time();
}

std::vector<PublishedFile> Publisher::marked_files() {
  std::vector<PublishedFile> marked = mark_again(output_, std::move(files_), jobs_);
  std::sort(marked.begin(), marked.end(), comes_before);
  return marked;
}

bool Publisher::have_settled(const std::vector<PublishedFile>& marked) const {
  return armillary::have_settled(marked, last_change_);
}

}  // namespace armillary
