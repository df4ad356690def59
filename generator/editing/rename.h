// A record's new id, everywhere where the old one stands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "editing/file_changes.h"
#include "model/corpus.h"

namespace armillary {

// One file that changes. Its paths are those of Corpus::files: as diagnostics print them.
struct RenamedFile {
  FileChange change;
  std::size_t references = 0;  // how many times it named the record
};

// Works out what changes, without changing anything: the record's files get the new name, every reference in front
// matter, texts and the site file is rewritten and all other bytes stay, and the old id becomes an alias; one that the
// new id is already makes way for it. REQUIRES a corpus without errors, drafts included, whose record `record` may be
// called `new_id`. Reports references that are written in a form that cannot be replaced; the result is of no use then.
std::vector<RenamedFile> plan_rename(const Corpus& corpus, RecordIndex record, const std::string& new_id,
                                     Diagnostics& diagnostics);

}  // namespace armillary
