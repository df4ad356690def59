// The files of records and pages: each read on its own, by many threads, then put together by id.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "load/content_tree.h"
#include "load/text_cache.h"
#include "load/text_recall.h"
#include "model/corpus.h"

namespace armillary {

struct TextReadOptions {
  std::string content_folder;
  std::string content_name;
  bool drafts = false;
  std::size_t jobs = 1;
  bool keeps_texts = true;        // else files let go of theirs when they are decoded
  bool keeps_plain_texts = true;  // of bodies
  TextCache* cache = nullptr;     // of the same schema, or null
  // Sorted paths of the files that may differ from the cache's; nothing: any may.
  std::optional<std::vector<std::string>> changed = std::nullopt;
  TextRecall* recall = nullptr;  // begun; only without a cache
};

// Fills the corpus's files, records, pages and attachments. Its site and schema must be complete and stay in place.
void read_texts(const TextReadOptions& options, const std::vector<ContentFile>& files, Corpus& corpus,
                Diagnostics& diagnostics);

}  // namespace armillary
