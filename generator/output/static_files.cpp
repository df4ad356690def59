#include "output/static_files.h"

#include <algorithm>

#include "base/digest.h"
#include "base/file_system.h"

namespace armillary {
namespace {

constexpr std::size_t kDigestLength = 10;

bool is_hidden(std::string_view path) { return path.starts_with(".") || path.find("/.") != std::string_view::npos; }

bool is_hashed(std::string_view name) { return name.ends_with(".css") || name.ends_with(".js"); }

std::string hashed_name(const std::string& name, const std::string& bytes) {
  const std::size_t dot = name.rfind('.');
  return name.substr(0, dot) + "." + sha256_hex(bytes).substr(0, kDigestLength) + name.substr(dot);
}

}  // namespace

std::vector<FoundFile> find_files(const std::vector<SearchFolder>& folders) {
  std::map<std::string, FoundFile> found;
  for (const SearchFolder& folder : folders) {
    if (!folder_exists(folder.path)) continue;
    for (const Entry& entry : list_files(folder.path)) {
      if (entry.kind != EntryKind::file || is_hidden(entry.path)) continue;
      found.try_emplace(entry.path,
                        FoundFile{entry.path, folder.path + "/" + entry.path, folder.shown + "/" + entry.path});
    }
  }
  std::vector<FoundFile> out;
  out.reserve(found.size());
  for (auto& [name, file] : found) out.push_back(std::move(file));
  return out;
}

std::vector<StaticFile> read_static_files(const std::vector<SearchFolder>& folders) {
  std::vector<StaticFile> out;
  for (const FoundFile& file : find_files(folders)) {
    StaticFile read{file.name, file.name, read_file(file.path)};
    if (is_hashed(file.name)) read.address = hashed_name(file.name, read.bytes);
    out.push_back(std::move(read));
  }
  return out;
}

}  // namespace armillary
