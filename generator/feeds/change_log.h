// Everything that ever happened to the records, from their own `published` and `changes`.
#pragma once

#include <vector>

#include "link/site.h"

namespace armillary {

struct LoggedChange {
  PartialDate date;
  RecordIndex record = 0;
  const Change* change = nullptr;  // null: the record was published
};

// One list a language, newest first. On one day what changed comes before what is new; new records stand by kind and
// title. Its newest date is the version of the data.
std::vector<std::vector<LoggedChange>> collect_changes(const Site& site);

}  // namespace armillary
