// The picture that stands where a record's address is shared: 1200 by 630, titles in two languages.
#pragma once

#include <string>
#include <vector>

namespace armillary {

struct CardText {
  std::string text;
  std::string tag;  // BCP 47
  bool is_right_to_left = false;
};

// Of each list the first two are drawn.
struct SocialCard {
  std::vector<CardText> kinds;
  std::vector<CardText> titles;
  std::vector<CardText> sites;
};

inline constexpr int kCardWidth = 1200;
inline constexpr int kCardHeight = 630;

// A whole SVG document. Titles are as large as they can be; what does not fit in three lines each at the smallest size
// ends with an ellipsis. Widths are estimated: fonts are the rasteriser's.
std::string social_card(const SocialCard& card);

// A text in lines at most `width` ems wide, broken where its language allows (UAX 14); a word that is longer has a line
// of its own. At most `most` lines: the last then ends with an ellipsis.
std::vector<std::string> card_lines(const CardText& text, double width, std::size_t most);

}  // namespace armillary
