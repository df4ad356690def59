#include "model/corpus.h"

#include <algorithm>

namespace armillary {

std::optional<RecordIndex> Corpus::find(std::string_view id) const {
  const auto before = [](const Record& record, std::string_view wanted) { return record.id < wanted; };
  const auto found = std::lower_bound(records.begin(), records.end(), id, before);
  if (found == records.end() || found->id != id) return std::nullopt;
  return static_cast<RecordIndex>(found - records.begin());
}

std::vector<std::string_view> Corpus::ids() const {
  std::vector<std::string_view> out;
  for (const Record& record : records) out.emplace_back(record.id);
  return out;
}

}  // namespace armillary
