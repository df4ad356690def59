#include "markdown/strikethrough.h"

#include <algorithm>

namespace armillary::markdown {

void pair_strikes(InlineList& list) {
  std::vector<Inline>& entries = list.entries;
  // The runs that wait for their end, of all open elements; `elements` holds where each element's own begin.
  std::vector<std::size_t> open;
  std::vector<std::size_t> elements;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    Inline& entry = entries[i];
    if (begins_element(entry.kind)) elements.push_back(open.size());
    if (ends_element(entry.kind) && !elements.empty()) {
      open.resize(elements.back());
      elements.pop_back();
    }
    if (entry.kind != InlineKind::strike_run) continue;
    entry.kind = InlineKind::text;
    const std::size_t outside = elements.empty() ? 0 : elements.back();
    if (entry.may_end && open.size() > outside) {
      entries[open.back()].kind = InlineKind::begin_strike;
      entry.kind = InlineKind::end_strike;
      open.pop_back();
    } else if (entry.may_begin) {
      open.push_back(i);
    }
  }
}

}  // namespace armillary::markdown
