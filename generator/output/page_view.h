// What each page's template is given.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/data_source.h"
#include "output/page_plan.h"
#include "output/shared_lists.h"
#include "output/social_cards.h"
#include "output/static_files.h"
#include "upkeep/stock.h"
#include "view/field_view.h"
#include "view/view_context.h"

namespace armillary {

// Everything that pages are made from; refers to its parts, which must outlive it.
struct PageSources {
  const Site& site;
  const SiteIndex& index;
  const SharedLists& lists;
  const std::vector<ViewContext>& contexts;  // one a language
  std::string base_url;                      // with a slash at the end
  const std::vector<DrawnCard>& cards;       // one a record, or none at all
  const DataSource* data = nullptr;          // null: the site does without open data
  const Stock* stock = nullptr;              // of the page about what is lacking; null where nothing is rendered
};

// Names that every template of a language sees: site, language, words, kinds, navigation, assets, count, number.
Map make_globals(const PageSources& sources, LanguageIndex language, const std::vector<StaticFile>& static_files);

// Names of one page: `page`, and what its type has (templates/README.md). What is costly is made when a template asks
// for it: sources and page outlive the result, which one thread uses.
Map make_page(const PageSources& sources, const PlannedPage& page, const DrawView& draw_view);

// The bodies, by language, of the record or page that is shown; null for pages without a text of their own.
const std::vector<std::optional<Body>>* bodies_of(const Site& site, const PlannedPage& page);

// Whether the page stands in this language only as a fallback: its text is that of another language.
bool is_fallback(const Site& site, const PlannedPage& page, LanguageIndex language);

// The address of the same page in another language.
std::string address_in(const Site& site, const PlannedPage& page, LanguageIndex language);

}  // namespace armillary
