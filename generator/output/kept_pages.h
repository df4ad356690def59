// Which pages may stay as they are after texts have changed.
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "load/text_recall.h"
#include "output/page_plan.h"

namespace armillary {

// output/last_build.h says why nothing else can have changed on a page that may stay.
class KeptPages {
 public:
  // `changes` is borrowed. `reached`: the records whose pages may show some of what others see (output/neighbours.h);
  // nothing: all may.
  KeptPages(const Site& site, const TextChanges& changes, std::optional<std::vector<char>> reached)
      : site_(site), changes_(changes), reached_(std::move(reached)) {}

  // May be called by many threads at once.
  bool may_stay(const PlannedPage& page) const;

 private:
  bool is_out_of_reach(const Record& record) const;

  const Site& site_;
  const TextChanges& changes_;
  std::optional<std::vector<char>> reached_;
};

// Whether a page stands already and need not be made; called by many threads at once. What it throws ends the
// rendering.
using KeepPage = std::function<bool(const PlannedPage& page)>;

}  // namespace armillary
