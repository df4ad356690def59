#include "commands/last_build_file.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "base/file_system.h"

namespace armillary {
namespace {

namespace disk = std::filesystem;

constexpr std::size_t kMostFiles = 50;

// An absolute path that the environment names, or an empty one.
std::string path_in_environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody changes the environment
  return value != nullptr && disk::path(value).is_absolute() ? value : std::string();
}

std::string cache_folder() {
  const std::string cache = path_in_environment("XDG_CACHE_HOME");
  if (!cache.empty()) return cache + "/armillary/builds";
  const std::string home = path_in_environment("HOME");
  return home.empty() ? std::string() : home + "/.cache/armillary/builds";
}

std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

void remove_oldest(const std::string& folder) {
  std::vector<std::pair<disk::file_time_type, disk::path>> files;
  std::error_code error;
  for (disk::directory_iterator at(folder, error); !error && at != disk::directory_iterator(); at.increment(error)) {
    files.emplace_back(at->last_write_time(error), at->path());
  }
  if (files.size() <= kMostFiles) return;
  std::sort(files.begin(), files.end());
  files.resize(files.size() - kMostFiles);
  for (const auto& [time, path] : files) disk::remove(path, error);
}

}  // namespace

std::string last_build_path(const std::string& output) {
  const std::string folder = cache_folder();
  if (folder.empty()) return {};
  std::error_code error;
  const disk::path settled = disk::weakly_canonical(disk::absolute(output, error), error);
  return error ? std::string() : folder + "/" + sha256_hex(settled.string());
}

std::optional<LastBuild> read_last_build(const std::string& path) {
  try {
    return path.empty() || !file_exists(path) ? std::nullopt : unpack(read_file(path));
  } catch (const FileError&) {
    return std::nullopt;
  }
}

bool make_room_for(const std::string& path) {
  if (path.empty()) return false;
  try {
    const std::string folder = folder_of(path);
    make_folders(folder);
    remove_oldest(folder);
    return true;
  } catch (const FileError&) {
    return false;
  }
}

// The old file goes first: ext4 puts one that takes another's place on the disk at once, and what a power cut leaves of
// this one is known by its seal.
void write_last_build(const std::string& path, const std::string& packed,
                      const std::function<bool()>& may_stay) noexcept {
  try {
    if (packed.size() > kMaxFileSize) return;
    const std::string next = path + ".next";
    write_file(next, packed);
    ::unlink(path.c_str());
    if (!may_stay() || std::rename(next.c_str(), path.c_str()) != 0) std::remove(next.c_str());
  } catch (const std::exception&) {  // of the disk or of memory: the site is in its place
  }
}

}  // namespace armillary
