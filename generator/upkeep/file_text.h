// The text of a record's or page's file.
#pragma once

#include <string_view>

#include "base/source.h"
#include "model/record.h"

namespace armillary {

// The part below the front matter; empty of a file that has fields only.
std::string_view text_of(const SourceFile& file);

// Whether the text says that it translates another: one without `translation` is its own.
inline bool is_translation(const Body& body) { return body.state != TranslationState::original; }

}  // namespace armillary
