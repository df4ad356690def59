#include "model/corpus.h"

#include <algorithm>

namespace armillary {

void Corpus::index_records() {
  places_.clear();
  places_.reserve(records.size());
  for (RecordIndex index = 0; index < records.size(); ++index) places_.emplace(records[index].id, index);
}

std::optional<RecordIndex> Corpus::find(std::string_view id) const {
  const auto found = places_.find(id);
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

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
