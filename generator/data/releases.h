// Former states of the data. A static site keeps what it is given: each release is a folder that the maintainer copied
// from /data/ and keeps beside the content; it is published as /data/releases/VERSION/ for ever, byte for byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/take_file.h"

namespace armillary {

struct ReleasedFile {
  std::string name;  // relative to the release's folder
  std::size_t bytes = 0;
  std::string sha256;
};

struct Release {
  std::string version;              // the folder's name
  std::string folder;               // on disk
  std::vector<ReleasedFile> files;  // by name

  // Null where it was not kept.
  const ReleasedFile* find(std::string_view name) const;
};

// The releases in a folder, the one with the last name first; none where the folder does not stand. Each file must have
// the sum that the release's SHA256SUMS gives it; of the sums, those of files that were not kept are passed over, and
// so are files beside the releases and names that begin with a dot. `shown` is the folder in diagnostics. Throws
// FileError.
std::vector<Release> read_releases(const std::string& folder, const std::string& shown, Diagnostics& diagnostics);

// Relative to /data/: `releases/2026-11/records.jsonl`.
std::string released_name(const Release& release, const ReleasedFile& file);

// Hands all files on and returns how many they are. Throws FileError.
std::size_t write_releases(const std::vector<Release>& releases, std::size_t jobs, const TakeFile& take);

}  // namespace armillary
