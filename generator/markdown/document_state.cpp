#include "markdown/document_state.h"

#include <algorithm>

namespace armillary::markdown {

Span DocumentState::lines_span(int first, int last) const {
  const auto start_of = [this](int line) {
    const auto index = static_cast<std::size_t>(std::max(line, 1)) - 1;
    return index < lines.size() ? lines[index] : span.end;
  };
  return {start_of(first), start_of(std::max(first, last) + 1)};
}

}  // namespace armillary::markdown
