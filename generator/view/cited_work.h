// From a record to a work that is cited: what the record describes, or the record itself as an entry of this site.
#pragma once

#include <optional>
#include <string>

#include "citation/work.h"
#include "view/view_context.h"

namespace armillary {

struct CitedWork {
  citation::Work work;
  std::string title_tag;  // BCP 47: the language of the title as it is printed
};

// The work that a record of a citable kind describes, in its own language where the record has its title in that; else
// the title that the page's readers are shown. REQUIRES: the record's kind has `cite`.
CitedWork cited_work(const ViewContext& context, RecordIndex index);

// The record as an entry of the site, by the site, as of the day it was last verified or published. The reader's day of
// access is a gap.
CitedWork cited_entry(const ViewContext& context, RecordIndex index, const std::string& base_url);

// The site's open data as it is in a version, which is the day that the site is "today". The title is the site's: it
// has no other author.
CitedWork cited_data(const ViewContext& context, const std::string& version, const std::string& base_url);

}  // namespace armillary
