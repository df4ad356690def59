// Words that stand in for those that a language lacks (words.h) go many ways before they are on a page: they are
// filled, joined, escaped and drawn. So they are marked at their source, and what became of them is found again on the
// finished page, which alone tells where an element may stand.
#pragma once

#include <string>
#include <string_view>

#include "view/words.h"

namespace armillary {

// The words with marks (private-use characters, which no content may hold) around what stands in. The places that are
// filled, such as {n}, stay outside: what is put there is of the page's language.
Words with_marks(Words words);

// The page with each marked text inside <span lang dir>, in the text of a drawing inside <tspan lang>. Where only
// text may stand, in tags, titles, options and scripts, the marks are taken out. REQUIRES well-formed HTML.
std::string resolve_marks(std::string_view html);

}  // namespace armillary
