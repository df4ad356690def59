#include "data/data_set.h"

#include <algorithm>

namespace armillary {
namespace {

bool belong_together(const TablePlan& plan, const DataFile& file) {
  return plan.has_csv() && file.name == plan.csv_name();
}

}  // namespace

const DataFile* DataSet::file_of(const TablePlan& plan) const {
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const DataFile& file) { return belong_together(plan, file); });
  return found == files.end() ? nullptr : &*found;
}

const TablePlan* DataSet::plan_of(const DataFile& file) const {
  const auto found =
      std::find_if(plans.begin(), plans.end(), [&](const TablePlan& plan) { return belong_together(plan, file); });
  return found == plans.end() ? nullptr : &*found;
}

}  // namespace armillary
