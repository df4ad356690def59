#include "data/releases.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/digest.h"
#include "base/file_system.h"
#include "base/parallel.h"
#include "data/data_messages.h"

namespace armillary {
namespace {

constexpr std::string_view kSums = "SHA256SUMS";

bool is_version(std::string_view name) {
  const auto fits = [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '.';
  };
  return std::all_of(name.begin(), name.end(), fits);
}

// Sum by name, from lines as sha256sum writes them: sum, a space, a space or a star, name.
std::map<std::string, std::string, std::less<>> read_sums(std::string_view text) {
  constexpr std::size_t kDigits = 64;
  std::map<std::string, std::string, std::less<>> out;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.size() > kDigits + 2) out.emplace(line.substr(kDigits + 2), line.substr(0, kDigits));
  }
  return out;
}

class ReleaseReader {
 public:
  ReleaseReader(std::string version, std::string folder, std::string shown)
      : release_{std::move(version), std::move(folder), {}}, shown_(std::move(shown)) {}

  Release read(Diagnostics& diagnostics) {
    const std::string sums = release_.folder + "/" + std::string(kSums);
    if (!file_exists(sums)) {
      diagnostics.report_file(kReleaseWithoutSums, shown_, release_.version);
      return std::move(release_);
    }
    const auto said = read_sums(read_file(sums));
    for (const Entry& entry : list_files(release_.folder)) {
      if (entry.kind != EntryKind::folder && !is_hidden(entry.path)) add(entry.path, said, diagnostics);
    }
    return std::move(release_);
  }

 private:
  static bool is_hidden(std::string_view path) {
    return path.front() == '.' || path.find("/.") != std::string_view::npos;
  }

  void add(const std::string& name, const std::map<std::string, std::string, std::less<>>& said,
           Diagnostics& diagnostics) {
    const std::string bytes = read_file(release_.folder + "/" + name);
    release_.files.push_back({name, bytes.size(), sha256_hex(bytes)});
    if (name == kSums) return;
    const auto sum = said.find(name);
    if (sum == said.end()) {
      diagnostics.report_file(kUnlistedRelease, shown_ + "/" + name, name);
    } else if (sum->second != release_.files.back().sha256) {
      diagnostics.report_file(kChangedRelease, shown_ + "/" + name, name);
    }
  }

  Release release_;
  std::string shown_;
};

}  // namespace

const ReleasedFile* Release::find(std::string_view name) const {
  const auto found =
      std::lower_bound(files.begin(), files.end(), name,
                       [](const ReleasedFile& file, std::string_view wanted) { return file.name < wanted; });
  return found != files.end() && found->name == name ? &*found : nullptr;
}

std::vector<Release> read_releases(const std::string& folder, const std::string& shown, Diagnostics& diagnostics) {
  std::vector<Release> out;
  if (!folder_exists(folder)) return out;
  for (const Entry& entry : list_files(folder)) {
    const bool is_release = entry.kind == EntryKind::folder && entry.path.find('/') == std::string::npos;
    if (!is_release || entry.path.front() == '.') continue;
    const std::string shown_release = shown + "/" + entry.path;
    if (!is_version(entry.path)) {
      diagnostics.report_file(kBadReleaseName, shown_release, entry.path);
      continue;
    }
    out.push_back(ReleaseReader(entry.path, folder + "/" + entry.path, shown_release).read(diagnostics));
  }
  std::sort(out.begin(), out.end(), [](const Release& a, const Release& b) { return a.version > b.version; });
  return out;
}

std::string released_name(const Release& release, const ReleasedFile& file) {
  return "releases/" + release.version + "/" + file.name;
}

std::size_t write_releases(const std::vector<Release>& releases, std::size_t jobs, const TakeFile& take) {
  std::size_t count = 0;
  for (const Release& release : releases) {
    parallel_for(release.files.size(), jobs, [&](std::size_t i) {
      take("data/" + released_name(release, release.files[i]), read_file(release.folder + "/" + release.files[i].name));
    });
    count += release.files.size();
  }
  return count;
}

}  // namespace armillary
