// What can be searched: the records and plain pages of a site as entries, and what each says in one language.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "view/facets.h"
#include "view/view_context.h"

namespace armillary {

// Where in an entry a text stands; a set of them is a sum.
enum class TextPart : std::uint8_t { title = 1, name = 2, summary = 4, label = 8, body = 16 };

struct EntryText {
  TextPart part = TextPart::body;
  std::string_view text;  // into the site, or `EntryTexts::made`
};

struct EntryTexts {
  std::vector<EntryText> texts;
  std::deque<std::string> made;

  // In bytes, with room for a line end behind each.
  std::size_t size_of_bodies() const;
};

// An entry is a record or a plain page. Numbers are given by kind, the kinds in the site's order and pages last; within
// a kind those come first to which most others refer.
struct SearchEntry {
  bool is_page = false;
  std::size_t index = 0;       // of the record or page
  std::size_t importance = 0;  // how many others refer to it
};

struct SearchKind {
  const Kind* kind = nullptr;  // null: plain pages
  std::size_t first = 0;       // number of its first entry
  std::size_t count = 0;
};

struct SearchEntries {
  std::vector<SearchEntry> entries;
  std::vector<SearchKind> kinds;                // those with entries
  std::vector<std::uint32_t> number_of_record;  // [record]
};

// All records and pages in their order, which is the same for every language.
SearchEntries order_entries(const Site& site);

// Titles and names in all languages, everything else in the context's own.
EntryTexts texts_of(const ViewContext& context, const FacetIndex& facets, const SearchEntry& entry);

// The names that a record has beside its title: former and short ones, translations, numbers; without repetition.
std::vector<std::string_view> names_of(const Site& site, const SearchEntry& entry);

const LocalizedText& title_of(const Site& site, const SearchEntry& entry);

}  // namespace armillary
