// Whether a run of '*' or '~' may open or close, by CommonMark's rule and by the one that Chinese, Japanese and
// Korean need. CommonMark (section 6.4 of 0.29) lets a run close only where no letter follows the punctuation
// before it, so that `**强调：**文字` shows its asterisks: the space it waits for is never written. The remedy
// agreed in commonmark/commonmark-spec issue 650: beside a CJK character the clause on punctuation falls away.
// White space counts as ever, and '_' keeps the old rule.
#pragma once

#include <cstdint>

namespace armillary::markdown {

enum class NeighbourKind : std::uint8_t { space, punctuation, other };

// The character before or after a run; a line's start and end count as space.
struct Neighbour {
  NeighbourKind kind = NeighbourKind::space;
  bool is_cjk = false;
};

Neighbour neighbour_of(char32_t code_point);

struct Flanking {
  bool left = false;   // may open
  bool right = false;  // may close
};

Flanking flanking(Neighbour before, Neighbour after);

// On which side cmark must not see the punctuation, for its rule to give the same as flanking().
enum class Side : std::uint8_t { none, before, after };

Side hidden_side(Neighbour before, Neighbour after);

}  // namespace armillary::markdown
