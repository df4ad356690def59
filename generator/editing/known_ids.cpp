#include "editing/known_ids.h"

#include <algorithm>

#include "base/address_part.h"

namespace armillary {

std::string why_not(std::string_view id, const Corpus& corpus) {
  if (!is_address_part(id)) return "cannot be an id; use a-z, 0-9 and single hyphens, as in paris-statement-2025";
  if (id == "pages" || id == "feed") return "cannot be an id: every kind has an address of that name";
  if (const auto index = corpus.find(id)) return "is the id of " + corpus.file_of(corpus.records[*index]).path;
  if (std::binary_search(corpus.hidden_drafts.begin(), corpus.hidden_drafts.end(), id)) return "is the id of a draft";
  if (const Page* page = corpus.find_page(id)) return "is the id of " + corpus.files[page->file].path;
  for (const Record& record : corpus.records) {
    for (const Located<std::string>& alias : record.aliases) {
      if (alias.value == id) return "is a former id of " + corpus.file_of(record).path;
    }
  }
  return {};
}

std::string free_id_near(std::string_view id, const Corpus& corpus) {
  for (int number = 2;; ++number) {
    std::string near = std::string(id) + "-" + std::to_string(number);
    if (why_not(near, corpus).empty()) return near;
  }
}

}  // namespace armillary
