// The pass before cmark-gfm: puts marks (markdown/marks.h) into a text so that its tree can be read as our
// dialect. It knows nothing of blocks, code or links: what it puts into those is taken out again unread.
//
// - Beside a run of '*' where the rule for CJK text differs from CommonMark's. A text without CJK characters
//   gets none (but for one in "[@…]:").
// - Inside '~~', '[[', '[@', '{#' at a line's end, and before a link's address, where no backslash stands
//   before them: inside a construct or an address a mark changes nothing of how cmark reads what is around it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "markdown/marks.h"

namespace armillary::markdown {

struct MarkedText {
  std::string text;
  std::vector<Token> tokens;     // offsets into the source given
  std::vector<Span> references;  // numeric ones, such as &#xE000;
  std::size_t unmarked_from =
      std::string_view::npos;  // where the first token over kMaxTokens stands: the rest is not marked
};

// Linear in the size of the text. Marking a marked text adds nothing.
MarkedText mark_text(std::string_view source);

}  // namespace armillary::markdown
