// Texts in which ‹ and › stand around the places that diagnostics must point at.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "markdown/rendering.h"

namespace armillary::markdown {

struct MarkedPlaces {
  std::string text;         // without the marks
  std::vector<Span> spans;  // in order of their beginnings
};

inline MarkedPlaces read_places(std::string_view marked) {
  constexpr std::string_view kBegin = "‹";
  constexpr std::string_view kEnd = "›";
  MarkedPlaces places;
  for (std::size_t i = 0; i < marked.size();) {
    const auto here = static_cast<std::uint32_t>(places.text.size());
    if (marked.substr(i, kBegin.size()) == kBegin) {
      places.spans.push_back({here, here});
      i += kBegin.size();
    } else if (marked.substr(i, kEnd.size()) == kEnd) {
      places.spans.back().end = here;
      i += kEnd.size();
    } else {
      places.text += marked[i++];
    }
  }
  return places;
}

// That parsing the text gives exactly these diagnostics, "error: text [code]", one for each place in order.
inline void check_places(std::string_view marked, const std::vector<std::string>& messages,
                         const Options& options = {}) {
  const MarkedPlaces places = read_places(marked);
  REQUIRE(places.spans.size() == messages.size());
  std::string expected;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const Position begin = position_at(places.text, places.spans[i].begin);
    const std::string_view shown =
        std::string_view(places.text).substr(places.spans[i].begin, places.spans[i].end - places.spans[i].begin);
    expected +=
        fmt::format("{}:{}-{}: {}\n", begin.line, begin.column, begin.column + count_code_points(shown), messages[i]);
  }
  INFO(places.text);
  CHECK(diagnostics_of(places.text, options) == expected);
}

}  // namespace armillary::markdown
