// A parsed text made into a page's HTML: its gaps filled with links, citations, views and words.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "markdown/document.h"
#include "view/view_context.h"

namespace armillary {

// The works that a page cites, in the order of their first citation, numbered from 1. One for each page.
class ReferenceList {
 public:
  struct Entry {
    RecordIndex record = 0;
    std::size_t citations = 0;  // how many marks on the page lead to it
  };

  // The number of a work, and which of its citations this one is.
  std::pair<std::size_t, std::size_t> cite(RecordIndex record);

  const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

// Draws an embedded view for the page that stands at `root`.
using DrawView = std::function<std::string(const ViewFile& view, const std::string& root)>;

struct DocumentPlace {
  std::string root;    // from the page to the site's root
  std::string folder;  // of the record, for files beside it; empty for pages
  ReferenceList& references;
  const DrawView& draw_view;
};

// `language` is the document's own. Where it is not the page's, what the page puts into it in its own language (titles
// of records, words, views) is marked with that language and its direction.
std::string document_html(const ViewContext& context, const markdown::Document& document, LanguageIndex language,
                          const DocumentPlace& place);

}  // namespace armillary
