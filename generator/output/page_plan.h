// Every page that the site will have, before any is made: no two have one address.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "feeds/change_log.h"
#include "feeds/feed_files.h"
#include "link/site.h"
#include "view/facets.h"
#include "view/step_view.h"

namespace armillary {

enum class PageType {
  language_choice,
  not_found,
  home,
  kind,
  record,
  links,
  alias,
  years,
  year,
  field,
  option,
  changes,
  status,
  form,
  view,
  data,
  search,
  plain,
  sitemap
};

// All of them, in their order.
std::vector<PageType> page_types();

// The name of the page's template: "record.html".
std::string_view template_of(PageType type);

struct PlannedPage {
  PageType type = PageType::home;
  std::string address;
  LanguageIndex language = 0;
  std::size_t subject = 0;  // index of the kind, record, alias, view, page or facet; the year itself
  std::size_t option = 0;   // of a facet; of an alias 1 where the page of all links to the record stood below it
  std::size_t part = 1;     // of a long list
  std::size_t parts = 1;
};

// The records before and after one among those of its kind, by date and title.
struct SeriesPlace {
  std::optional<RecordIndex> previous;
  std::optional<RecordIndex> next;
};

// What lists are made of, worked out once and used by every language.
struct SiteIndex {
  FacetIndex facets;
  std::vector<std::vector<RecordIndex>> by_kind;           // [kind of the schema]
  std::vector<std::pair<int, std::vector<Step>>> by_year;  // by year; the steps by date
  std::vector<std::vector<LoggedChange>> changes;          // [language]; empty where their address is another's
  FeedPlan feeds;
  std::vector<std::vector<SeriesPlace>> series;  // [language][record]
};

// Entries on one part of a long list.
inline constexpr std::size_t kEntriesPerPart = 100;

// The outcome does not depend on `jobs`.
SiteIndex index_site(const Site& site, std::size_t jobs);

// Whether the site has such a page: it may do without, and a kind or view may have had the address before.
bool has_status(const Site& site);
bool has_form(const Site& site);

// All pages in a fixed order. Reports addresses that two pages claim, naming both.
std::vector<PlannedPage> plan_pages(const Site& site, const SiteIndex& index, Diagnostics& diagnostics);

}  // namespace armillary
