// One block's inlines with our own syntax found in them, and the ids of the document's headings.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document_state.h"
#include "markdown/inline_list.h"
#include "markdown/syntax_tree.h"

namespace armillary::markdown {

// What "{#id}" at the end of a heading sets.
struct WrittenHeadingId {
  std::string_view id;
  Span span;
};

// Reads the inlines of the walk's node and leaves the walk at that node's end. Returns the id that a heading
// sets; it is no part of the list.
std::optional<WrittenHeadingId> read_block_inlines(TreeWalk& walk, const DocumentState& state, Reporter& reporter,
                                                   InlineList& list);

// An id, without the prefix, for every heading in order: those that the editor set first, then made ones beside them.
// Fills state.ids and reports ids that are malformed or set twice.
std::vector<std::string> give_heading_ids(cmark_node* root, DocumentState& state);

}  // namespace armillary::markdown
