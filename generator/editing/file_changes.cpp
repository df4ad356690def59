#include "editing/file_changes.h"

#include <filesystem>
#include <memory>
#include <system_error>

#include "base/file_system.h"

namespace armillary {
namespace {

namespace disk = std::filesystem;

[[noreturn]] void fail(const std::string& verb, const std::string& path, const std::error_code& error) {
  throw FileError(verb, path, error.value());
}

// A text that waits beside its place; removed again unless it is put there.
class WaitingFile {
 public:
  explicit WaitingFile(const FileChange& change) : change_(change), target_(change.new_path) {
    const bool is_new_name = change.path != change.new_path;
    if (is_new_name && disk::exists(disk::symlink_status(target_))) {
      fail("write", change.new_path, std::make_error_code(std::errc::file_exists));
    }
    std::error_code error;
    if (!is_new_name && disk::is_symlink(target_)) target_ = disk::canonical(target_, error);
    if (error) fail("follow", change.path, error);
    waiting_ = target_.parent_path() / ("." + target_.filename().string() + ".next");
    is_there_ = true;
    write_file(waiting_.string(), change.text);
    if (change.path.empty()) return;
    const disk::perms rights = disk::status(change.path, error).permissions();
    if (!error) disk::permissions(waiting_, rights, error);
    if (error) fail("keep the rights of", change.path, error);
  }

  ~WaitingFile() {
    std::error_code ignored;
    if (is_there_) disk::remove(waiting_, ignored);
  }
  WaitingFile(const WaitingFile&) = delete;
  WaitingFile& operator=(const WaitingFile&) = delete;

  void put_in_place() {
    std::error_code error;
    disk::rename(waiting_, target_, error);
    if (error) fail("write", target_.string(), error);
    is_there_ = false;
    if (change_.path.empty() || change_.path == change_.new_path) return;
    disk::remove(change_.path, error);
    if (error) fail("remove", change_.path, error);
  }

 private:
  const FileChange& change_;
  disk::path target_;
  disk::path waiting_;
  bool is_there_ = false;
};

}  // namespace

void apply_changes(const std::vector<FileChange>& changes) {
  std::vector<std::unique_ptr<WaitingFile>> waiting;
  waiting.reserve(changes.size());
  for (const FileChange& change : changes) waiting.push_back(std::make_unique<WaitingFile>(change));
  for (const auto& file : waiting) file->put_in_place();
}

}  // namespace armillary
