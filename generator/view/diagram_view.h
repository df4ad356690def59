// Who belongs under whom: records as a tree along one of their references.
#pragma once

#include "view/field_view.h"
#include "view/view_context.h"

namespace armillary {

// {trees: [node], groups: [group], count}. A node is {card, cells: [field or none], relations: [{label, count}],
// groups: [group]}, a group {label or none, nodes: [node]}: what belongs under a record, parted by the view's `group`
// field in the order of its options, those without a value last under none. `trees` has the view's `root`, or every
// record that has others under it and belongs under none (the first by title where they stand in a circle), the largest
// tree first; `groups` the records that stand
// alone, where there is no root. A record that belongs under several stands under the first. `relations` counts what
// refers to the record, the three largest groups, without the reference that makes the tree.
Value diagram_value(const ViewContext& context, const ViewFile& view, const DocumentPlace& place,
                    const FacetIndex& facets);

}  // namespace armillary
