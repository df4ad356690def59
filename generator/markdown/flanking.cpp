#include "markdown/flanking.h"

#include "base/utf8.h"

namespace armillary::markdown {

Neighbour neighbour_of(char32_t code_point) {
  if (is_white_space(code_point)) return {NeighbourKind::space, false};
  const auto kind = is_punctuation(code_point) ? NeighbourKind::punctuation : NeighbourKind::other;
  return {kind, is_cjk(code_point)};
}

Flanking flanking(Neighbour before, Neighbour after) {
  const bool free_side = before.is_cjk || after.is_cjk;
  const auto reaches = [free_side](Neighbour inner, Neighbour outer) {
    return inner.kind == NeighbourKind::other ||
           (inner.kind == NeighbourKind::punctuation && (free_side || outer.kind != NeighbourKind::other));
  };
  return {reaches(after, before), reaches(before, after)};
}

Side hidden_side(Neighbour before, Neighbour after) {
  if (before.kind == NeighbourKind::space || after.kind == NeighbourKind::space) return Side::none;
  if (before.kind == after.kind || !(before.is_cjk || after.is_cjk)) return Side::none;
  return before.kind == NeighbourKind::punctuation ? Side::before : Side::after;
}

}  // namespace armillary::markdown
