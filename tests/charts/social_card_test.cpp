#include "charts/social_card.h"

#include <catch2/catch.hpp>

using namespace armillary;

namespace {

using Lines = std::vector<std::string>;

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t out = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++out;
  return out;
}

}  // namespace

TEST_CASE("a card's lines break between words, and between Han characters but not before a full stop") {
  CHECK(card_lines({"one two three", "en"}, 4.5, 9) == Lines{"one two", "three"});
  CHECK(card_lines({"治理与安全。", "zh-Hans"}, 5, 9) == Lines{"治理与安", "全。"});
  CHECK(card_lines({"extraordinarily", "en"}, 3, 9) == Lines{"extraordinarily"});
  CHECK(card_lines({"", "en"}, 3, 9).empty());
}

TEST_CASE("lines that a card has no room for end with an ellipsis") {
  CHECK(card_lines({"one two three", "en"}, 2, 2) == Lines{"one", "two…"});
}

TEST_CASE("a card has the titles in two languages, the kind and the site, as text that cannot end its element") {
  const std::string svg = social_card({{{"Law", "en"}, {"法律", "zh-Hans"}},
                                       {{"Tea & <law>", "en"}, {"茶法", "zh-Hans"}, {"Thé", "fr"}},
                                       {{"Tea Watch", "en"}, {"茶站", "zh-Hans"}}});
  CHECK(svg.find("width=\"1200\" height=\"630\"") != std::string::npos);
  CHECK(svg.find(">Tea &amp; &lt;law&gt;</text>") != std::string::npos);
  CHECK(svg.find("xml:lang=\"zh-Hans\"") != std::string::npos);
  CHECK(svg.find(">Law · 法律</text>") != std::string::npos);
  CHECK(svg.find("Thé") == std::string::npos);
  CHECK(count(svg, "<text ") == 5);
}

TEST_CASE("a long title is smaller and never more than three lines") {
  std::string title;
  for (int i = 0; i < 60; ++i) title += "governance ";
  const std::string svg = social_card({{}, {{title, "en"}}, {}});
  CHECK(count(svg, "<text ") == 3);
  CHECK(svg.find("…</text>") != std::string::npos);
  CHECK(svg.find("font-size=\"68.0\"") == std::string::npos);
}

TEST_CASE("a title from right to left begins at the right") {
  const std::string svg = social_card({{}, {{"منارة", "ar", true}}, {}});
  CHECK(svg.find("x=\"1128\"") != std::string::npos);
  CHECK(svg.find("direction=\"rtl\"") != std::string::npos);
}
