// Unicode's normal form C for what a text becomes. The text itself is read as it was written: its places are the
// file's.
#pragma once

#include "markdown/document.h"

namespace armillary::markdown {

// All of the document's words; addresses and ids stay as they are.
void bring_into_normal_form(Document& document);

// Whether nothing of a document made from this source can need it: what stands there is in normal form wherever it is
// cut, and there is no reference to what is not.
bool is_normal_throughout(std::string_view source);

}  // namespace armillary::markdown
