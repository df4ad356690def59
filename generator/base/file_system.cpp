#include "base/file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <iterator>
#include <memory>
#include <optional>
#include <system_error>

#include "base/parallel.h"

namespace armillary {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string_view verb, const std::string& path, std::string_view reason) {
  throw FileError(path, fmt::format("cannot {} '{}': {}", verb, path, reason));
}

[[noreturn]] void refuse_size(const std::string& path) {
  throw FileTooLarge(path, fmt::format("cannot read '{}': it is larger than {} MiB", path, kMaxFileMebibytes));
}

[[noreturn]] void fail(std::string_view verb, const std::string& path, int error_number) {
  throw FileError(verb, path, error_number);
}

// Whether nothing can stand at a path, or the disk only does not tell.
bool is_absent(int error_number) {
  return error_number == ENOENT || error_number == ENOTDIR || error_number == ELOOP || error_number == ENAMETOOLONG;
}

// What stands there, links followed; nothing where nothing does.
std::optional<mode_t> mode_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return status.st_mode;
  if (is_absent(errno)) return std::nullopt;
  fail("look at", path, errno);
}

// An open file, closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

  // To another owner.
  void release() { number_ = -1; }

  // Some file systems report a full disk only now. Returns errno or 0.
  int close() { return ::close(std::exchange(number_, -1)) == 0 || errno == EINTR ? 0 : errno; }

 private:
  int number_;
};

// Opening and reading may be interrupted by a signal; they are then begun again.
template <typename Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

bool is_inside(const fs::path& path, const fs::path& root) {
  return std::mismatch(root.begin(), root.end(), path.begin(), path.end()).first == root.end();
}

EntryKind kind_of(const fs::directory_entry& entry, const fs::path& root) {
  std::error_code error;
  const bool is_link = entry.is_symlink(error);
  if (is_link) {
    const fs::path target = fs::canonical(entry.path(), error);
    if (is_absent(error.value())) return EntryKind::broken;
    if (!error && !is_inside(target, root)) return EntryKind::outside;
  }
  const bool is_folder = !error && entry.is_directory(error);
  const bool is_file = !error && entry.is_regular_file(error);
  if (error && !is_absent(error.value())) fail("look at", entry.path().string(), error.value());
  if (is_folder) return EntryKind::folder;
  return is_file ? EntryKind::file : EntryKind::special;
}

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

// `path` is for the message, as `verb` is.
OpenFolder open_folder(std::string_view verb, int parent, const std::string& name, const std::string& path) {
  Descriptor opened(::openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!opened.is_open()) fail(verb, path, errno);
  OpenFolder folder(::fdopendir(opened.number()));
  if (folder == nullptr) fail(verb, path, errno);
  opened.release();
  return folder;
}

struct NamedEntry {
  std::string name;
  unsigned char type;  // DT_REG and so on; DT_UNKNOWN where the file system does not tell
};

std::vector<NamedEntry> entries_in(std::string_view verb, DIR* folder, const std::string& path) {
  std::vector<NamedEntry> entries;
  errno = 0;
  while (const dirent* entry = ::readdir(folder)) {
    const std::string_view name = &entry->d_name[0];
    if (name != "." && name != "..") entries.push_back({std::string(name), entry->d_type});
    errno = 0;
  }
  if (errno != 0) fail(verb, path, errno);
  return entries;
}

// Goes through the folders below a root, all of one depth at a time. In the order of their names with a '/' behind them
// folders give what they hold in the order of paths.
class Lister {
 public:
  // The root without links in it; `shown` is its name in messages.
  Lister(const fs::path& root, const std::string& shown) : root_(root), shown_(shown) {}

  std::vector<Entry> list(std::size_t jobs) const {
    std::vector<Entry> entries;
    std::vector<std::string> folders = {""};
    while (!folders.empty()) {
      std::sort(folders.begin(), folders.end());
      std::vector<Listing> listings(folders.size());
      parallel_for(folders.size(), jobs, [&](std::size_t i) { listings[i] = list_folder(folders[i]); });
      folders.clear();
      const auto above = static_cast<std::ptrdiff_t>(entries.size());
      for (Listing& listing : listings) {
        std::move(listing.entries.begin(), listing.entries.end(), std::back_inserter(entries));
        std::move(listing.folders.begin(), listing.folders.end(), std::back_inserter(folders));
      }
      std::inplace_merge(entries.begin(), entries.begin() + above, entries.end(),
                         [](const Entry& a, const Entry& b) { return a.path < b.path; });
    }
    return entries;
  }

 private:
  struct Listing {
    std::vector<Entry> entries;        // in order
    std::vector<std::string> folders;  // those to be listed, from the root, with '/' at the end
  };

  Listing list_folder(const std::string& folder) const {
    const std::string place = (root_ / folder).native();
    const std::string& shown = folder.empty() ? shown_ : place;
    const OpenFolder opened = open_folder("list", AT_FDCWD, place, shown);
    Listing out;
    std::vector<NamedEntry> entries = entries_in("list", opened.get(), shown);
    std::sort(entries.begin(), entries.end(), [](const NamedEntry& a, const NamedEntry& b) { return a.name < b.name; });
    out.entries.reserve(entries.size());
    for (const NamedEntry& entry : entries) add(folder + entry.name, entry.type, out);
    return out;
  }

  // A folder that a link leads to is not listed again.
  void add(std::string path, unsigned char type, Listing& out) const {
    EntryKind kind = type == DT_DIR ? EntryKind::folder : EntryKind::file;
    bool is_link = false;
    if (type != DT_REG && type != DT_DIR) {
      const fs::directory_entry entry(root_ / path);
      kind = kind_of(entry, root_);
      std::error_code unreadable;  // told by kind_of
      is_link = entry.is_symlink(unreadable);
    }
    if (kind == EntryKind::folder && !is_link) out.folders.push_back(path + "/");
    out.entries.push_back({std::move(path), kind});
  }

  const fs::path& root_;
  const std::string& shown_;
};

// What is to be removed: a name in an open folder; `path` is for the message.
struct Doomed {
  int parent;
  std::string name;
  std::string path;
  unsigned char type = DT_UNKNOWN;
};

std::vector<Doomed> entries_of(DIR* folder, const std::string& path) {
  std::vector<Doomed> out;
  for (NamedEntry& entry : entries_in("remove", folder, path)) {
    std::string entry_path = fmt::format("{}/{}", path, entry.name);
    out.push_back({::dirfd(folder), std::move(entry.name), std::move(entry_path), entry.type});
  }
  return out;
}

void remove_emptied(const Doomed& folder) {
  if (::unlinkat(folder.parent, folder.name.c_str(), AT_REMOVEDIR) != 0) fail("remove", folder.path, errno);
}

// A file, a link or a folder with all that it holds. The standard library's remove_all ends the program where there is
// no memory.
void remove_entry(const Doomed& entry) {
  if (entry.type != DT_DIR) {
    if (::unlinkat(entry.parent, entry.name.c_str(), 0) == 0 || errno == ENOENT) return;
    if (errno != EISDIR && errno != EPERM) fail("remove", entry.path, errno);
  }
  {
    const OpenFolder folder = open_folder("remove", entry.parent, entry.name, entry.path);
    for (const Doomed& inner : entries_of(folder.get(), entry.path)) remove_entry(inner);
  }
  remove_emptied(entry);
}

// Removes a folder on several threads. Names are looked up in open folders, so that nothing outside is reached
// should somebody put a link in the place of a folder meanwhile.
class Remover {
 public:
  void remove(Doomed root, std::size_t jobs) {
    std::vector<Doomed> left;
    left.push_back(std::move(root));
    for (int level = 0; level < kMostLevels && left.size() < kEnough && unfold(left); ++level) {
    }
    parallel_for(left.size(), jobs, [&](std::size_t i) { remove_entry(left[i]); });
    while (!unfolded_.empty()) {
      unfolded_.back().opened.reset();
      remove_emptied(unfolded_.back().folder);
      unfolded_.pop_back();
    }
  }

 private:
  static constexpr std::size_t kEnough = 64;  // to keep threads busy to the end
  static constexpr int kMostLevels = 4;       // a folder that was unfolded stays open until it is removed

  struct Unfolded {
    Doomed folder;
    OpenFolder opened;
  };

  static bool is_folder(const Doomed& entry) {
    if (entry.type != DT_UNKNOWN) return entry.type == DT_DIR;
    struct stat status {};
    return ::fstatat(entry.parent, entry.name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
  }

  // Puts what folders hold in their place; false where there are no folders.
  bool unfold(std::vector<Doomed>& left) {
    std::vector<Doomed> next;
    bool has_folder = false;
    for (Doomed& entry : left) {
      if (!is_folder(entry)) {
        next.push_back(std::move(entry));
        continue;
      }
      has_folder = true;
      OpenFolder opened = open_folder("remove", entry.parent, entry.name, entry.path);
      std::vector<Doomed> inner = entries_of(opened.get(), entry.path);
      std::move(inner.begin(), inner.end(), std::back_inserter(next));
      unfolded_.push_back({std::move(entry), std::move(opened)});
    }
    left = std::move(next);
    return has_folder;
  }

  std::vector<Unfolded> unfolded_;  // from the top down
};

// Opens a folder to hand it to the disk.
void sync_with(const std::string& folder, int (*sync)(int)) {
  Descriptor opened(uninterrupted([&] { return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
  if (!opened.is_open()) fail("write", folder, errno);
  const int result = uninterrupted([&] { return sync(opened.number()); });
  if (result != 0 && errno != EINVAL) fail("write", folder, errno);  // EINVAL: a file system that knows no such thing
}

}  // namespace

FileError::FileError(std::string_view verb, std::string path, int error_number)
    : path_(std::move(path)),
      sentence_(fmt::format("cannot {} '{}': {}", verb, path_, std::generic_category().message(error_number))) {}

std::string read_file(const std::string& path) {
  Descriptor file(uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }));
  if (!file.is_open()) fail("read", path, errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) fail("read", path, errno);
  if (S_ISDIR(status.st_mode)) fail("read", path, EISDIR);
  if (!S_ISREG(status.st_mode)) fail("read", path, "it is not a file");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > kMaxFileSize) refuse_size(path);
  std::string text(size + 1, '\0');
  std::size_t filled = 0;
  while (true) {
    if (filled == text.size()) text.resize(2 * filled);
    const ssize_t count =
        uninterrupted([&] { return ::read(file.number(), text.data() + filled, text.size() - filled); });
    if (count < 0) fail("read", path, errno);
    filled += static_cast<std::size_t>(count);
    const bool is_whole = filled == size && filled < text.size();  // as large as it was said to be, and no more came
    if (count == 0 || is_whole) {
      text.resize(filled);
      return text;
    }
    if (filled > kMaxFileSize) refuse_size(path);
  }
}

bool file_holds(const std::string& path, const FileContent& content) {
  constexpr std::size_t kMostAtOnce = std::size_t{64} * 1024;
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  if (static_cast<std::size_t>(status.st_size) != content.size()) return false;
  const Descriptor file(uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }));
  if (!file.is_open()) return false;
  std::string read(std::min(content.size(), kMostAtOnce), '\0');
  for (std::string_view left : content.pieces()) {
    while (!left.empty()) {
      const std::size_t wanted = std::min(left.size(), read.size());
      const ssize_t count = uninterrupted([&] { return ::read(file.number(), read.data(), wanted); });
      if (count <= 0 ||
          left.compare(0, static_cast<std::size_t>(count), read.data(), static_cast<std::size_t>(count)) != 0)
        return false;
      left.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  return true;
}

bool is_too_large(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         static_cast<std::uintmax_t>(status.st_size) > kMaxFileSize;
}

std::vector<Entry> list_files(const std::string& root, std::size_t jobs) {
  std::error_code error;
  const fs::path canonical_root = fs::canonical(root, error);
  if (error) fail("list", root, error.value());
  return Lister(canonical_root, root).list(jobs);
}

FileMark write_file(const std::string& path, const FileContent& content) {
  constexpr mode_t kReadableAndWritable = 0666;
  Descriptor file(uninterrupted(
      [&] { return ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kReadableAndWritable); }));
  if (!file.is_open()) fail("write", path, errno);
  for (std::string_view left : content.pieces()) {
    while (!left.empty()) {
      const ssize_t count = uninterrupted([&] { return ::write(file.number(), left.data(), left.size()); });
      if (count < 0) fail("write", path, errno);
      left.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  struct stat status {};
  const bool is_known = ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode);
  if (const int error_number = file.close()) fail("write", path, error_number);
  return is_known ? mark_of(status) : FileMark{};
}

void make_folders(const std::string& path) {
  constexpr mode_t kOpenToAll = 0777;
  if (::mkdir(path.c_str(), kOpenToAll) == 0) return;  // its parent is there, more often than not
  std::error_code error;
  fs::create_directories(path, error);
  if (error) fail("make the folder", path, error.value());
}

bool file_exists(const std::string& path) {
  const std::optional<mode_t> mode = mode_of(path);
  return mode && S_ISREG(*mode);
}

bool folder_exists(const std::string& path) {
  const std::optional<mode_t> mode = mode_of(path);
  return mode && S_ISDIR(*mode);
}

bool folder_is_empty(const std::string& path) {
  std::error_code error;
  const fs::directory_iterator first(path, error);
  if (error) fail("list", path, error.value());
  return first == fs::directory_iterator();
}

void remove_folder(const std::string& path, std::size_t jobs) { Remover().remove({AT_FDCWD, path, path}, jobs); }

void sync_file_system(const std::string& folder) { sync_with(folder, ::syncfs); }

void sync_folder(const std::string& folder) { sync_with(folder, ::fsync); }

}  // namespace armillary
