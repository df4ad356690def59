// Our own brackets, found on the list of inlines: [[id]], [[id#anchor]], [[id|text]] and [@id], [@id, p. 12],
// [@a; @b]. The marks say which brackets were not escaped; that none stands in code, in a link or in HTML is
// seen from the list.
#pragma once

#include "markdown/inline_list.h"
#include "markdown/reporter.h"

namespace armillary::markdown {

// [a-z0-9] and single hyphens: a record's id.
bool is_record_id(std::string_view text);

// Turns tokens into begin_record_link … end_record_link and citation, or back into the text that follows them, and
// reports what is malformed. `source` is where the offsets of the tokens count from, in the reporter's file.
void read_brackets(InlineList& list, bool in_table, std::size_t source, Reporter& reporter);

}  // namespace armillary::markdown
