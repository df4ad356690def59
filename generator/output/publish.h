// Puts a finished site in place of the old one. The new one grows in a folder beside it; files that did not change
// are links to the old ones; one exchange of names makes it the site. Whatever fails before that leaves the old one as
// it was.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/file_content.h"
#include "output/folder_lock.h"
#include "output/published_file.h"

namespace armillary {

// May be used by many threads at once, each address given once.
class Publisher {
 public:
  // `output` is the site's folder; up to `jobs` threads list and remove files. Waits for other builds into it;
  // leftovers of one that was killed are removed, and an old site that it had set aside is put back. Throws FileError.
  explicit Publisher(std::string output, std::size_t jobs = 1);

  // Removes what was not put in place.
  ~Publisher();
  Publisher(const Publisher&) = delete;
  Publisher& operator=(const Publisher&) = delete;

  // Adds a file, its name relative to the site. Throws FileError.
  void add(const std::string& name, const FileContent& content);

  // Adds a file as it stands in the old site, if it is still the one with this mark. False: nothing was done.
  bool keep(const std::string& name, const FileMark& mark);

  // What an upload must send and what it must remove, sorted names relative to the site.
  struct Changes {
    std::vector<std::string> written;
    std::vector<std::string> removed;
  };
  // How the site differs from the old one; after the last file was added. Throws FileError.
  const Changes& compare();

  // Puts the site in place, on the disk to stay; does nothing where it equals the old one. Throws FileError; then the
  // old site is in its place.
  void finish();

  struct Counts {
    std::size_t written = 0;
    std::size_t unchanged = 0;
    std::size_t removed = 0;
  };
  // After compare.
  const Counts& counts() const { return counts_; }

  // After finish, for as long as this lives and other builds into the folder wait: by what the site's files will be
  // known again, by name.
  std::vector<PublishedFile> marked_files();
  // Whether they can be known again by that; waits for some milliseconds.
  bool have_settled(const std::vector<PublishedFile>& marked) const;

 private:
  void clean_up();
  void try_to_remove(const std::string& folder) const;
  void make_folder_of(const std::string& name);
  void note(PublishedFile file, bool is_same);
  void put_in_place();
  void remove_other();  // the site that is not in place
  bool take_back();     // false where the disk refuses that, too

  std::string output_;
  std::size_t jobs_;
  std::string staging_;
  std::string old_;  // where the old site waits, on file systems that cannot exchange two names
  std::optional<FolderLock> lock_;
  bool has_old_ = false;  // whether there is a site to take unchanged files from
  std::mutex mutex_;
  std::unordered_set<std::string> folders_;
  std::vector<PublishedFile> files_;
  Counts counts_;
  Changes changes_;
  std::uint64_t last_change_ = 0;  // of any file, as present_time tells
  bool is_compared_ = false;
  bool is_exchanged_ = false;
  bool is_finished_ = false;
};

}  // namespace armillary
