// Markup that was typed full-width or where it marks nothing, and footnotes without a text, so that readers see the
// characters. Told only where nothing else can have been meant.
#pragma once

#include "markdown/inline_list.h"
#include "markdown/reporter.h"
#include "markdown/source_search.h"

namespace armillary::markdown {

// Looks through one block's text, code and links left out. `is_paragraph`: a full-width '＃' may stand at its start.
void report_keyboard_slips(const InlineList& list, bool is_paragraph, const SourceSearch& search, Reporter& reporter);

}  // namespace armillary::markdown
