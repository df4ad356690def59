// What the parts of a long list have in common, made once by whichever part is rendered first.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <tuple>
#include <vector>

#include "output/page_plan.h"

namespace armillary {

// Each half is filled once, under its flag.
struct SharedList {
  std::once_flag is_sorted;
  std::vector<RecordIndex> records;  // in the list's order
  std::vector<Step> steps;           // of the page of a year; `records` are theirs, one a step
  std::once_flag is_counted;
  templating::Value facets;
};

// May be asked by many threads at once.
class SharedLists {
 public:
  // The list that the page shows a part of.
  std::shared_ptr<SharedList> of(const PlannedPage& page) const;

 private:
  using Key = std::tuple<PageType, LanguageIndex, std::size_t, std::size_t>;  // type, language, subject, option

  mutable std::mutex mutex_;
  mutable std::map<Key, std::shared_ptr<SharedList>> lists_;
};

}  // namespace armillary
