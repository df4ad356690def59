#include "output/kept_pages.h"

#include <algorithm>

#include "view/record_view.h"

namespace armillary {
namespace {

// A page shows one body: that of its language, or the one that takes its place.
bool shows_one_of(const std::vector<std::optional<Body>>& bodies, LanguageIndex language,
                  const std::vector<std::size_t>& texts) {
  const auto shown = shown_body(bodies, language);
  return shown && std::binary_search(texts.begin(), texts.end(), bodies[*shown]->file);
}

}  // namespace

bool shows_body_of(const Site& site, const PlannedPage& page, const std::vector<std::size_t>& texts) {
  switch (page.type) {
    case PageType::record:
      return shows_one_of(site.record(page.subject).bodies, page.language, texts);
    case PageType::plain:
      return shows_one_of(site.corpus->pages[page.subject].bodies, page.language, texts);
    case PageType::status:  // tells of stale translations and of words that the glossary says to avoid
    case PageType::data:    // made with the data, which hold all texts
      return true;
    case PageType::language_choice:
    case PageType::not_found:
    case PageType::home:
    case PageType::kind:
    case PageType::links:
    case PageType::alias:
    case PageType::years:
    case PageType::year:
    case PageType::field:
    case PageType::option:
    case PageType::changes:
    case PageType::form:
    case PageType::view:
    case PageType::search:
    case PageType::sitemap:
      return false;
  }
  return true;
}

}  // namespace armillary
