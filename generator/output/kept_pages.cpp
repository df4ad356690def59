#include "output/kept_pages.h"

#include <algorithm>
#include <variant>

#include "model/record_fillings.h"
#include "output/page_view.h"
#include "view/record_view.h"

namespace armillary {
namespace {

// What of records and texts a page shows.
enum class MadeOf {
  one_record,  // and what is near it
  any_record,  // facts of many, or of those that a text names; or nothing of them
  all_texts
};

MadeOf made_of(PageType type) {
  switch (type) {
    case PageType::record:
    case PageType::links:
      return MadeOf::one_record;
    case PageType::status:  // tells of stale translations and of words that the glossary says to avoid
    case PageType::data:    // made with the data, which hold all texts
      return MadeOf::all_texts;
    case PageType::language_choice:
    case PageType::not_found:
    case PageType::home:
    case PageType::kind:
    case PageType::alias:
    case PageType::years:
    case PageType::year:
    case PageType::field:
    case PageType::option:
    case PageType::changes:
    case PageType::form:
    case PageType::view:
    case PageType::search:
    case PageType::plain:
    case PageType::sitemap:
      return MadeOf::any_record;
  }
  return MadeOf::all_texts;
}

bool is_view(const markdown::Filling& filling) { return std::holds_alternative<markdown::EmbeddedView>(filling); }

// The place in Corpus::files of the text whose body the page shows.
std::optional<std::size_t> shown_text(const Site& site, const PlannedPage& page) {
  const std::vector<std::optional<Body>>* bodies = bodies_of(site, page);
  const auto shown = bodies != nullptr ? shown_body(*bodies, page.language) : std::nullopt;
  return shown ? std::optional((*bodies)[*shown]->file) : std::nullopt;
}

}  // namespace

bool KeptPages::may_stay(const PlannedPage& page) const {
  const MadeOf made = made_of(page.type);
  if (made == MadeOf::all_texts) return false;
  const auto text = shown_text(site_, page);
  if (text && std::binary_search(changes_.hidden.begin(), changes_.hidden.end(), *text)) return false;
  return changes_.seen.empty() || (made == MadeOf::one_record && is_out_of_reach(site_.record(page.subject)));
}

// An embedded view may show any record.
bool KeptPages::is_out_of_reach(const Record& record) const {
  return reached_ && (*reached_)[record.file] == 0 && !any_filling(record, is_view);
}

}  // namespace armillary
