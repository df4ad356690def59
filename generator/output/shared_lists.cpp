#include "output/shared_lists.h"

namespace armillary {

std::shared_ptr<SharedList> SharedLists::of(const PlannedPage& page) const {
  if (page.parts == 1) return std::make_shared<SharedList>();
  const std::scoped_lock lock(mutex_);
  std::shared_ptr<SharedList>& list = lists_[{page.type, page.language, page.subject, page.option}];
  if (list == nullptr) list = std::make_shared<SharedList>();
  return list;
}

}  // namespace armillary
