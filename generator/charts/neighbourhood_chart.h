// A thing and its neighbours as SVG: what leads to it on the left, what it leads to on the right, in groups. Knows
// nothing of records.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace armillary::charts {

// A text and its language, where that is not the page's.
struct ChartText {
  std::string text;  // plain
  std::string language;
};

struct Neighbour {
  ChartText title;
  std::string address;  // as it stands in href, not escaped
};

struct NeighbourGroup {
  ChartText label;
  std::size_t total = 0;  // of which `shown` is a part
  std::string total_text;
  std::vector<Neighbour> shown;
};

struct NeighbourhoodChart {
  ChartText title;
  std::vector<NeighbourGroup> incoming;  // left
  std::vector<NeighbourGroup> outgoing;  // right
};

// The drawing is for the eye and the mouse: hidden from screen readers and from the tab order, for which the page gives
// the same as lists. Titles that are too long for their place are cut and whole in a tooltip.
std::string draw_neighbourhood(const NeighbourhoodChart& chart);

}  // namespace armillary::charts
