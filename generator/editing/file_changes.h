// Changes to several files that belong together.
#pragma once

#include <string>
#include <vector>

namespace armillary {

struct FileChange {
  std::string path;      // on disk, as it is called now; empty: there is none yet
  std::string new_path;  // as it is called afterwards; = path where only the text changes
  std::string text;      // the whole new text
};

// Writes every new text beside its place first and puts them in place only when all of them lie on the disk: whatever
// fails before that leaves every file as it was. Links are followed, rights are kept. No `new_path` that differs from
// its `path` may be taken: that is a FileError too. Throws FileError.
void apply_changes(const std::vector<FileChange>& changes);

}  // namespace armillary
