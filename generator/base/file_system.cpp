#include "base/file_system.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace armillary {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(std::string_view verb, const std::string& path, std::string_view reason) {
  throw FileError(path, fmt::format("cannot {} '{}': {}", verb, path, reason));
}

[[noreturn]] void fail(std::string_view verb, const std::string& path, int error_number) {
  fail(verb, path, std::generic_category().message(error_number));
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
  if (entry.is_symlink(error)) {
    const fs::path target = fs::canonical(entry.path(), error);
    if (error) return EntryKind::broken;
    if (!is_inside(target, root)) return EntryKind::outside;
  }
  if (entry.is_directory(error)) return EntryKind::folder;
  return entry.is_regular_file(error) ? EntryKind::file : EntryKind::special;
}

}  // namespace

std::string read_file(const std::string& path) {
  Descriptor file(uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }));
  if (!file.is_open()) fail("read", path, errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) fail("read", path, errno);
  if (S_ISDIR(status.st_mode)) fail("read", path, EISDIR);
  if (!S_ISREG(status.st_mode)) fail("read", path, "it is not a file");
  std::string text(std::min(static_cast<std::size_t>(status.st_size), kMaxFileSize) + 1, '\0');
  std::size_t filled = 0;
  while (true) {
    if (filled == text.size()) text.resize(2 * filled);
    const ssize_t count =
        uninterrupted([&] { return ::read(file.number(), text.data() + filled, text.size() - filled); });
    if (count < 0) fail("read", path, errno);
    filled += static_cast<std::size_t>(count);
    if (count == 0) {
      text.resize(filled);
      return text;
    }
    if (filled > kMaxFileSize) fail("read", path, fmt::format("it is larger than {} MiB", kMaxFileSize >> 20U));
  }
}

std::vector<Entry> list_files(const std::string& root) {
  std::error_code error;
  const fs::path canonical_root = fs::canonical(root, error);
  if (error) fail("list", root, error.value());
  std::vector<Entry> entries;
  fs::recursive_directory_iterator at(canonical_root, error);
  if (error) fail("list", root, error.value());
  while (at != fs::recursive_directory_iterator()) {
    const std::string last = at->path().string();
    entries.push_back({at->path().lexically_relative(canonical_root).generic_string(), kind_of(*at, canonical_root)});
    at.increment(error);
    if (error) fail("list", last, error.value());  // of the folder it was to enter
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.path < b.path; });
  return entries;
}

void write_file(const std::string& path, std::string_view text) {
  constexpr mode_t kReadableAndWritable = 0666;
  Descriptor file(uninterrupted(
      [&] { return ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kReadableAndWritable); }));
  if (!file.is_open()) fail("write", path, errno);
  while (!text.empty()) {
    const ssize_t count = uninterrupted([&] { return ::write(file.number(), text.data(), text.size()); });
    if (count < 0) fail("write", path, errno);
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  if (const int error_number = file.close()) fail("write", path, error_number);
}

void make_folders(const std::string& path) {
  std::error_code error;
  fs::create_directory(path, error);  // its parent is there, more often than not
  if (error) fs::create_directories(path, error);
  if (error) fail("make the folder", path, error.value());
}

bool file_exists(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

bool folder_exists(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

}  // namespace armillary
