// Which ids are taken: an id leads to one record or page for ever, former ones too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/corpus.h"

namespace armillary {

// Why no record may be called `id`, as the end of a sentence that begins with the id: "is the id of content/laws/x.md".
// Empty where it may.
std::string why_not(std::string_view id, const Corpus& corpus);

// `id` with the lowest number behind it that makes a free id: gdpr-2.
std::string free_id_near(std::string_view id, const Corpus& corpus);

}  // namespace armillary
