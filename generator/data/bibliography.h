// The works that a site describes, for reference managers: a list a language and form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "citation/export_format.h"
#include "link/site.h"
#include "view/view_context.h"

namespace armillary {

// The records whose works can be cited, in their order; without any a site has no bibliography.
std::vector<RecordIndex> citable_records(const Site& site);

// Relative to /data/: `citations/zh.bib`.
std::string bibliography_name(const Language& language, const citation::ExportFormat& format);

// The works of the records, as readers of the context's language are shown them.
std::vector<citation::Work> cited_works(const ViewContext& context, const std::vector<RecordIndex>& records);

}  // namespace armillary
