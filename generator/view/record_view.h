// A record's page.
#pragma once

#include "view/facets.h"
#include "view/field_view.h"
#include "view/view_context.h"

namespace armillary {

// What `record` is in record.html: templates/README.md lists its keys. The drawings are made when a template asks for
// them: the context outlives the result, which one thread uses.
Value record_view(const ViewContext& context, RecordIndex index, const std::string& root, const FacetIndex& facets,
                  const DrawView& draw_view);

// Beyond this many links to a record its page shows the first of each group, and a page of its own shows all.
inline constexpr std::size_t kMostLinksOnRecord = 250;

// Whether all that links to a record stands on a page of its own.
bool has_links_page(const Site& site, RecordIndex index);

// What `record` is in links.html.
Map links_view(const ViewContext& context, RecordIndex index);

// Which language's body a reader of the page is shown: its own, else the first that there is; nothing where the
// record has none.
std::optional<LanguageIndex> shown_body(const std::vector<std::optional<Body>>& bodies, LanguageIndex wanted);

// Whether a record's page in this language shows another language's text.
bool is_fallback(const Record& record, LanguageIndex language);

// {html, tag, direction, is_foreign, language, toc, state} of a body, or none.
Value body_view(const ViewContext& context, const std::vector<std::optional<Body>>& bodies, const DocumentPlace& place);

// [{number, html, card, citations: [id]}] of the works that a page cites.
Value references_view(const ViewContext& context, const ReferenceList& references);

// Records sorted by date and title, as cards.
Value sorted_cards(const ViewContext& context, std::vector<RecordIndex> records);

}  // namespace armillary
