// Puts a finished site in place of the old one. The new one grows in a folder beside it; files that did not change
// are links to the old ones; one exchange of names makes it the site. Whatever fails before that leaves the old one as
// it was.
#pragma once

#include <mutex>
#include <set>
#include <string>
#include <string_view>

namespace armillary {

// May be used by many threads at once, each address given once.
class Publisher {
 public:
  // `output` is the site's folder. Leftovers of a build that was killed are removed. Throws FileError.
  explicit Publisher(std::string output);

  // Removes what was not put in place.
  ~Publisher();
  Publisher(const Publisher&) = delete;
  Publisher& operator=(const Publisher&) = delete;

  // Adds a file, its name relative to the site. Throws FileError.
  void add(const std::string& name, std::string_view bytes);

  // Puts the site in place; does nothing where it equals the old one. Throws FileError.
  void finish();

  struct Counts {
    std::size_t written = 0;
    std::size_t unchanged = 0;
    std::size_t removed = 0;
  };
  // After finish.
  const Counts& counts() const { return counts_; }

  // What an upload must send and what it must remove, sorted names relative to the site.
  struct Changes {
    std::set<std::string, std::less<>> written;
    std::set<std::string, std::less<>> removed;
  };
  // After finish.
  const Changes& changes() const { return changes_; }

 private:
  bool keep_old(const std::string& name, std::string_view bytes);
  void make_folder_of(const std::string& name);
  void find_removed();
  void lock();

  std::string output_;
  std::string staging_;
  int lock_ = -1;
  bool has_old_ = false;  // whether there is a site to take unchanged files from
  std::mutex mutex_;
  std::set<std::string, std::less<>> folders_;
  std::set<std::string, std::less<>> names_;
  Counts counts_;
  Changes changes_;
  bool is_finished_ = false;
};

}  // namespace armillary
