// A record as it stands in lists: one value, made once a language and shared by all pages.
#pragma once

#include <vector>

#include "view/view_context.h"

namespace armillary {

// A record's `summary`, if its kind has such a field and it is a localized text; else null.
const LocalizedText* summary_text(const Record& record);

// {id, kind, kind_label, title, title_text, address, summary, date, state, terms, withdrawn, draft}; `date` and `state`
// are none where there is none. `terms` are the record's terms_text, which all languages share. The context's own cards
// are not needed yet.
Value make_card(const ViewContext& context, RecordIndex index, Value terms);

}  // namespace armillary
