// From the files under content/ to a Corpus: everything read and checked by itself, nothing linked yet.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "load/text_cache.h"
#include "load/text_recall.h"
#include "model/corpus.h"

namespace armillary {

struct LoadOptions {
  std::string content_folder;  // on disk
  std::string content_name;    // the same as diagnostics print it: relative to the root, usually "content"
  bool drafts = false;         // keep records that say `draft: true`
  std::size_t jobs = 1;
  bool keeps_texts = true;  // also those of which only places are told once they are read
  // Temporary files and backups that editors leave beside the real ones are passed over; otherwise they are errors.
  bool pass_over_editor_files = false;
  TextCache* cache = nullptr;  // filled and used where there is one; the outcome is the same
  // Paths under content/ of the files that may have changed since the cache was filled, sorted; the others are not
  // looked at again. Nothing: any may.
  std::optional<std::vector<std::string>> changed = std::nullopt;
  // Likewise, not together with a cache. Where an output reads whole bodies, all are parsed; else outlines may stand
  // for those that have not changed, so that only pages of changed texts can be rendered.
  TextRecall* recall = nullptr;
};

// Reads everything. Returns null where the site file or the schema are so wrong that no record can be
// understood; any other mistake is reported and reading goes on. Throws FileError where the disk fails.
// The result does not depend on `jobs`.
std::unique_ptr<const Corpus> load_corpus(const LoadOptions& options, Diagnostics& diagnostics);

}  // namespace armillary
