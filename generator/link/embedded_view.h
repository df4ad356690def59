// A ```view block: a declared view by its path, or a type of view with its own settings.
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "markdown/document.h"
#include "model/corpus.h"

namespace armillary {

// `view participation`, `view participation kinds=law`, `view table kinds=law columns=title,binding`. Lists are parted
// by commas. Nothing after an error was reported.
std::optional<ViewFile> resolve_view(const markdown::EmbeddedView& block, const Corpus& corpus, const SourceFile& file,
                                     Diagnostics& diagnostics);

}  // namespace armillary
