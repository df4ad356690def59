// The box that says how a record's page, and the work it describes, are cited.
#pragma once

#include <string>
#include <vector>

#include "view/cited_work.h"
#include "view/view_context.h"

namespace armillary {

// [{label, style, html, others: [{style, html}], files: [{name, address}]}]: the work that the record describes, where
// its kind can be cited, then the record as an entry of the site. `files` is empty where the site does without data.
Value cite_view(const ViewContext& context, RecordIndex index, const std::string& base_url);

// A file for reference managers beside a record's page.
struct CitationFile {
  std::string address;  // zh/laws/gdpr/cite.bib
  std::string bytes;
};

// All of a record in the context's language: cite.bib, cite.ris and cite.json of the entry, work.bib, work.ris and
// work.json of the work that it describes, if it can be cited.
std::vector<CitationFile> citation_files(const ViewContext& context, RecordIndex index, const std::string& base_url);

}  // namespace armillary
