// A work as catalogues of scholarly literature read it from a page: the meta tags that Highwire Press began and Google
// Scholar, Zotero and others understand.
#pragma once

#include "view/view_context.h"

namespace armillary {

// [{name, content}]; empty where the record's kind cannot be cited.
Value citation_tags(const ViewContext& context, RecordIndex index, const std::string& page_url);

}  // namespace armillary
