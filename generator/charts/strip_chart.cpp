#include "charts/strip_chart.h"

#include <fmt/format.h>

#include <algorithm>

namespace armillary::charts {

std::string draw_strip(const std::vector<StripMark>& marks, const StripScale& scale) {
  constexpr double kMargin = 3;  // percent, so that a mark at the end is whole
  const auto at = [&](std::int32_t day) {
    const double share =
        static_cast<double>(day - scale.first_day) / static_cast<double>(scale.last_day - scale.first_day);
    return kMargin + (100 - 2 * kMargin) * std::clamp(share, 0.0, 1.0);
  };
  std::string out = R"(<svg class="strip-chart" aria-hidden="true" focusable="false" width="100%" height="14">)"
                    R"(<line class="strip-line" x1="0" x2="100%" y1="7" y2="7"/>)";
  for (const StripMark& mark : marks) {
    const double left = at(mark.first_day);
    out += fmt::format(R"(<line class="strip-mark" x1="{:.1f}%" x2="{:.2f}%" y1="7" y2="7"/>)", left,
                       std::max(at(mark.last_day), left + 0.01));
  }
  return out + "</svg>";
}

}  // namespace armillary::charts
