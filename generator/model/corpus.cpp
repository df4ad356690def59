#include "model/corpus.h"

#include <algorithm>

namespace armillary {

void Corpus::index_records() { places_ = IdTable(ids()); }

std::optional<RecordIndex> Corpus::find(std::string_view id) const { return places_.find(id); }

const Page* Corpus::find_page(std::string_view id) const {
  const auto before = [](const Page& page, std::string_view wanted) { return page.id < wanted; };
  const auto found = std::lower_bound(pages.begin(), pages.end(), id, before);
  return found == pages.end() || found->id != id ? nullptr : &*found;
}

std::vector<std::string_view> Corpus::ids() const {
  std::vector<std::string_view> out;
  for (const Record& record : records) out.emplace_back(record.id);
  return out;
}

}  // namespace armillary
