#include "output/kept_pages.h"

#include <algorithm>
#include <variant>

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

bool embeds_view(const markdown::Document& document) {
  return std::any_of(document.gaps.begin(), document.gaps.end(), [](const markdown::Gap& gap) {
    return std::holds_alternative<markdown::EmbeddedView>(gap.filling);
  });
}

bool embeds_view(const Record& record) {
  bool found = std::any_of(record.bodies.begin(), record.bodies.end(),
                           [](const std::optional<Body>& body) { return body && embeds_view(*body->document); });
  for_each_item(record.fields, [&](const FieldValue&, const Item& item) {
    const auto* texts = std::get_if<LocalizedMarkdown>(&item.datum);
    if (texts == nullptr) return;
    for (const markdown::Document& document : texts->by_language) found = found || embeds_view(document);
  });
  return found;
}

// The place in Corpus::files of the text whose body the page shows.
std::optional<std::size_t> shown_text(const Site& site, const PlannedPage& page) {
  const std::vector<std::optional<Body>>* bodies = nullptr;
  if (page.type == PageType::record) bodies = &site.record(page.subject).bodies;
  if (page.type == PageType::plain) bodies = &site.corpus->pages[page.subject].bodies;
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
  return reached_ && (*reached_)[record.file] == 0 && !embeds_view(record);
}

}  // namespace armillary
