// Notices changes of files below some folders (inotify), and waits until a burst of them is over.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "serve/descriptor.h"

namespace armillary {

class Watch {
 public:
  // Folders need not stand yet. Throws FileError where the system cannot watch them.
  explicit Watch(std::vector<std::string> folders);

  // Can be read when something happened.
  int descriptor() const { return inotify_.number(); }

  // Takes what happened. What editors write for themselves (load/content_tree.h) does not count.
  void read();

  // How long until the burst is over; nothing where no change is known. A moment after the last change; longer while a
  // file is gone or half written, for editors save by writing a new file in the place of the old one.
  std::optional<std::chrono::milliseconds> time_left() const;

  // Since the last call; what changes from here on is another burst.
  struct Changes {
    std::vector<std::string> files;  // by path, sorted
    bool are_all = true;             // false: others may have changed unseen
  };
  Changes take_changes();

 private:
  using Clock = std::chrono::steady_clock;

  void watch_all();
  void watch_folder(const std::string& folder);
  void note(const std::string& path, unsigned mask);

  std::vector<std::string> folders_;
  Descriptor inotify_;
  std::map<int, std::string> watched_;  // folder by the system's number
  std::set<std::string> changed_;
  std::set<std::string> unsettled_;  // gone, or being written
  bool folders_changed_ = false;
  Clock::time_point first_;
  Clock::time_point last_;
};

}  // namespace armillary
