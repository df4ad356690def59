// The box that says how a record's page, and the work it describes, are cited.
#pragma once

#include <string>

#include "view/cited_work.h"
#include "view/view_context.h"

namespace armillary {

// [{label, style, html, others: [{style, html}], files: [{name, file, address}]}]: the work that the record
// describes, where its kind can be cited, then the record as an entry of the site. `files`, what reference managers
// take, stand in the page itself: files of their own would be six a record. They are empty where the site does without
// data.
Value cite_view(const ViewContext& context, RecordIndex index, const std::string& base_url);

// The same of the site's open data, in one part.
Value cite_data_view(const ViewContext& context, const std::string& version, const std::string& base_url);

}  // namespace armillary
