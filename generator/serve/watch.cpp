#include "serve/watch.h"

#include <sys/inotify.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "base/file_system.h"
#include "load/content_tree.h"

namespace armillary {
namespace {

constexpr std::chrono::milliseconds kQuiet{15};       // after the last change of a burst
constexpr std::chrono::milliseconds kUnsettled{120};  // the same while a file is gone or half written
constexpr std::chrono::milliseconds kLongest{1'000};  // a burst that does not end is cut
constexpr unsigned kEvents =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

// Whether a file that was just made is whole already: a link has no one who writes it.
bool is_whole(const std::string& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0) return false;
  return S_ISLNK(status.st_mode) || status.st_nlink > 1;
}

// The folder, or the nearest above it that stands: what tells that it is made.
std::string standing(const std::string& folder) {
  std::filesystem::path path(folder);
  while (!folder_exists(path.string()) && path.has_parent_path() && path != path.parent_path()) {
    path = path.parent_path();
  }
  return path.string();
}

}  // namespace

Watch::Watch(std::vector<std::string> folders) : folders_(std::move(folders)) { watch_all(); }

// Begins anew: folders may have come, gone or changed their names. What changes meanwhile is not seen.
void Watch::watch_all() {
  inotify_ = Descriptor(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  if (!inotify_.is_open()) throw FileError("", std::string("cannot watch files: ") + std::strerror(errno));
  watched_.clear();
  for (const std::string& folder : folders_) {
    watch_folder(standing(folder));
    if (!folder_exists(folder)) continue;
    for (const Entry& entry : list_files(folder)) {
      const bool is_hidden = ("/" + entry.path).find("/.") != std::string::npos;
      if (entry.kind == EntryKind::folder && !is_hidden) watch_folder(folder + "/" + entry.path);
    }
  }
}

void Watch::watch_folder(const std::string& folder) {
  const int number = inotify_add_watch(inotify_.number(), folder.c_str(), kEvents);
  if (number >= 0) {
    watched_[number] = folder;
  } else if (errno != ENOENT && errno != ENOTDIR) {  // gone again: its parent tells
    throw FileError(folder, "cannot watch '" + folder + "': " + std::strerror(errno));
  }
}

void Watch::read() {
  constexpr std::size_t kBuffer = std::size_t{64} * 1024;
  alignas(inotify_event) std::array<char, kBuffer> buffer;
  while (true) {
    const ssize_t count = ::read(inotify_.number(), buffer.data(), buffer.size());
    if (count <= 0) break;
    for (std::size_t at = 0; at < static_cast<std::size_t>(count);) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* name = buffer.data() + at + sizeof event;
      at += sizeof event + event.len;
      if ((event.mask & IN_Q_OVERFLOW) != 0) {
        note("", IN_ISDIR | IN_CREATE);
      } else if (const auto folder = watched_.find(event.wd); folder != watched_.end()) {
        note(event.len > 0 ? folder->second + "/" + name : folder->second, event.mask);
      }
    }
  }
}

void Watch::note(const std::string& path, unsigned mask) {
  const bool is_folder = (mask & (IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF)) != 0;
  if ((mask & IN_IGNORED) != 0 || is_editor_file(path)) return;
  if (!is_folder) {
    // The folder above one that is missing is watched for its coming only.
    const bool is_within = std::any_of(folders_.begin(), folders_.end(),
                                       [&](const std::string& folder) { return path.starts_with(folder + "/"); });
    if (!is_within) return;
  }
  const bool is_unsettled =
      !is_folder && ((mask & (IN_DELETE | IN_MOVED_FROM)) != 0 || ((mask & IN_CREATE) != 0 && !is_whole(path)));
  if (is_unsettled) {
    unsettled_.insert(path);
  } else {
    unsettled_.erase(path);
  }
  last_ = Clock::now();
  if (changed_.empty()) first_ = last_;
  changed_.insert(path);
  folders_changed_ = folders_changed_ || is_folder;
}

std::optional<std::chrono::milliseconds> Watch::time_left() const {
  if (changed_.empty()) return std::nullopt;
  const Clock::time_point quiet = last_ + (unsettled_.empty() ? kQuiet : kUnsettled);
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(std::min(quiet, first_ + kLongest) - Clock::now());
  return std::max(left, std::chrono::milliseconds(0));
}

Watch::Changes Watch::take_changes() {
  Changes out{{changed_.begin(), changed_.end()}, !folders_changed_};
  if (folders_changed_) watch_all();
  changed_.clear();
  unsettled_.clear();
  folders_changed_ = false;
  return out;
}

}  // namespace armillary
