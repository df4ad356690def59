#include "model/corpus.h"

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

std::vector<std::string_view> Corpus::ids() const {
  std::vector<std::string_view> out;
  for (const Record& record : records) out.emplace_back(record.id);
  return out;
}

}  // namespace armillary
