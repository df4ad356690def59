#include "markdown/flanking.h"

#include "base/utf8.h"

namespace armillary::markdown {

Neighbour neighbour_of(char32_t code_point) {
  if (is_white_space(code_point)) return {NeighbourKind::space, false};
  const auto kind = is_punctuation(code_point) ? NeighbourKind::punctuation : NeighbourKind::other;
  return {kind, is_cjk(code_point)};
}

Flanking flanking(Neighbour before, Neighbour after) {
  const bool beside_cjk = before.is_cjk || after.is_cjk;
  // Whether a run may face one of its neighbours, the other being behind it.
  const auto may_face = [beside_cjk](Neighbour faced, NeighbourKind behind) {
    if (faced.kind != NeighbourKind::punctuation) return faced.kind == NeighbourKind::other;
    return beside_cjk || behind != NeighbourKind::other;
  };
  return {may_face(after, before.kind), may_face(before, after.kind)};
}

Side hidden_side(Neighbour before, Neighbour after) {
  if (before.kind == NeighbourKind::space || after.kind == NeighbourKind::space) return Side::none;
  if (before.kind == after.kind || !(before.is_cjk || after.is_cjk)) return Side::none;
  return before.kind == NeighbourKind::punctuation ? Side::before : Side::after;
}

}  // namespace armillary::markdown
