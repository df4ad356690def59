// GFM's strikethrough, `~~text~~`, found on the list of inlines: exactly two tildes on either side, which begin and end
// in the same element. cmark-gfm's own extension is not safe from several threads. A single '~' is always text: Chinese
// writes 5~10 for a range.
#pragma once

#include "markdown/inline_list.h"

namespace armillary::markdown {

// Turns the runs that pair into begin_strike and end_strike, the others into text.
void pair_strikes(InlineList& list);

}  // namespace armillary::markdown
