// Translations say which state of their original they were made from.
#pragma once

#include <string>
#include <vector>

#include "editing/file_changes.h"
#include "model/corpus.h"

namespace armillary {

// The changes that make translations say that they were made from the original as it stands: those that say nothing
// yet, or, where `ids` names records or pages, all of these. Only texts that say `translation` are touched. Paths as in
// Corpus::files.
std::vector<FileChange> plan_digests(const Corpus& corpus, const std::vector<std::string>& ids);

}  // namespace armillary
