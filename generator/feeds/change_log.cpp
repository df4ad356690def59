#include "feeds/change_log.h"

#include <algorithm>
#include <tuple>

namespace armillary {

std::vector<std::vector<LoggedChange>> collect_changes(const Site& site) {
  std::vector<LoggedChange> all;
  for (RecordIndex i = 0; i < site.links.size(); ++i) {
    const Record& record = site.record(i);
    for (const Change& change : record.changes) all.push_back({change.date, i, &change});
    if (record.published) all.push_back({*record.published, i, nullptr});
  }
  std::vector<std::vector<LoggedChange>> out;
  for (const auto& rank : site.title_rank) {
    const auto place = [&](const LoggedChange& logged) {
      const bool is_new = logged.change == nullptr;
      return std::tuple(is_new, is_new ? site.record(logged.record).kind : nullptr, rank[logged.record]);
    };
    std::stable_sort(all.begin(), all.end(), [&](const LoggedChange& a, const LoggedChange& b) {
      return a.date != b.date ? b.date < a.date : place(a) < place(b);
    });
    out.push_back(all);
  }
  return out;
}

}  // namespace armillary
