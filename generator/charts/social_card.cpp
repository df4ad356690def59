#include "charts/social_card.h"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "base/html_escape.h"
#include "base/utf8.h"

namespace armillary {
namespace {

constexpr int kMargin = 72;
constexpr int kTitleTop = 150;
constexpr int kTitleRoom = 340;  // down to the names of the site
constexpr double kLargest = 68;
constexpr double kSmallest = 34;
constexpr double kSecondTitle = 0.66;  // of the first one's size
constexpr double kLineHeight = 1.3;
constexpr std::size_t kMostLines = 3;
constexpr std::string_view kEllipsis = "…";

// In ems, of a usual serif face.
double width_of(char32_t letter) {
  if (is_cjk(letter)) return 1.0;
  if (letter == U' ') return 0.28;
  if (letter < U'0') return 0.35;
  if (letter >= U'A' && letter <= U'Z') return 0.7;
  return 0.56;
}

double width_of(std::string_view text) {
  double out = 0;
  for (std::size_t offset = 0; offset < text.size();) out += width_of(next_code_point(text, offset));
  return out;
}

// The pieces between which a line may end.
std::vector<std::string> pieces_of(const CardText& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString whole = icu::UnicodeString::fromUTF8(text.text);
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(icu::Locale::forLanguageTag(text.tag, status), status));
  if (U_FAILURE(status) != 0) return {text.text};
  breaks->setText(whole);
  std::vector<std::string> out;
  int32_t start = breaks->first();
  for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE; start = end, end = breaks->next()) {
    whole.tempSubStringBetween(start, end).toUTF8String(out.emplace_back());
  }
  return out;
}

void trim_end(std::string& line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
}

struct Layout {
  double size = 0;
  std::vector<std::vector<std::string>> titles;
};

double size_of(const Layout& layout, std::size_t title) {
  return title == 0 ? layout.size : std::max(layout.size * kSecondTitle, kSmallest * kSecondTitle);
}

double height_of(const Layout& layout) {
  double out = 0;
  for (std::size_t i = 0; i < layout.titles.size(); ++i) {
    out += kLineHeight * size_of(layout, i) * static_cast<double>(layout.titles[i].size());
  }
  return out + 20.0 * static_cast<double>(layout.titles.size());
}

Layout lay_out(const std::vector<CardText>& titles) {
  constexpr double kStep = 4;
  constexpr double kRoom = kCardWidth - 2 * kMargin;
  Layout out;
  for (out.size = kLargest; out.size >= kSmallest; out.size -= kStep) {
    out.titles.clear();
    bool fits = true;
    for (std::size_t i = 0; i < titles.size(); ++i) {
      const double room = kRoom / size_of(out, i);
      fits = fits && card_lines(titles[i], room, kMostLines + 1).size() <= kMostLines;
      out.titles.push_back(card_lines(titles[i], room, kMostLines));
    }
    if (fits && height_of(out) <= kTitleRoom) return out;
  }
  out.size = kSmallest;
  return out;
}

struct Face {
  std::string_view family;
  double size;
  std::string_view colour;
  int weight;
};

void draw_line(std::string& out, std::string_view line, const CardText& text, double y, const Face& face) {
  const int x = text.is_right_to_left ? kCardWidth - kMargin : kMargin;
  out += fmt::format(R"(<text x="{}" y="{:.1f}" xml:lang="{}"{} font-family="{}" font-size="{:.1f}" font-weight="{}" )"
                     R"(fill="{}">)",
                     x, y, text.tag, text.is_right_to_left ? " direction=\"rtl\"" : "", face.family, face.size,
                     face.weight, face.colour);
  append_escaped(out, line);
  out += "</text>\n";
}

std::vector<CardText> first_two(std::vector<CardText> texts) {
  if (texts.size() > 2) texts.erase(texts.begin() + 2, texts.end());
  return texts;
}

// One text, in the direction of the first.
std::vector<CardText> joined(const std::vector<CardText>& texts) {
  if (texts.empty()) return {};
  CardText out = texts.front();
  if (texts.size() > 1) out.text += " · " + texts[1].text;
  return {out};
}

}  // namespace

std::vector<std::string> card_lines(const CardText& text, double width, std::size_t most) {
  std::vector<std::string> out;
  std::string line;
  for (const std::string& piece : pieces_of(text)) {
    std::string longer = line + piece;
    trim_end(longer);
    if (!line.empty() && width_of(longer) > width) {
      trim_end(line);
      out.push_back(std::move(line));
      line.clear();
    }
    line += piece;
  }
  trim_end(line);
  if (!line.empty()) out.push_back(std::move(line));
  if (out.size() > most) {
    out.resize(most);
    out.back() += kEllipsis;
  }
  return out;
}

std::string social_card(const SocialCard& card) {
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\">\n"
      "<rect width=\"{0}\" height=\"{1}\" fill=\"#fcfbf7\"/>\n<rect width=\"{0}\" height=\"14\" fill=\"#1d4f7c\"/>\n"
      "<rect x=\"{2}\" y=\"520\" width=\"{3}\" height=\"1\" fill=\"#c9c4b8\"/>\n",
      kCardWidth, kCardHeight, kMargin, kCardWidth - 2 * kMargin);
  const auto draw_row = [&](const std::vector<CardText>& texts, double y, const Face& face) {
    for (const CardText& text : first_two(texts)) {
      draw_line(out, text.text, text, y, face);
      y += kLineHeight * face.size;
    }
  };
  draw_row(joined(card.kinds), 96, {"sans-serif", 28, "#1d4f7c", 400});
  const std::vector<CardText> titles = first_two(card.titles);
  const Layout layout = lay_out(titles);
  double y = kTitleTop;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const double size = size_of(layout, i);
    for (const std::string& line : layout.titles[i]) {
      y += size * kLineHeight;
      draw_line(out, line, titles[i], y - size * 0.35,
                {"serif", size, i == 0 ? "#1b1b1b" : "#4a4a45", i == 0 ? 700 : 400});
    }
    y += 20;
  }
  draw_row(card.sites, 560, {"sans-serif", 26, "#4a4a45", 400});
  return out + "</svg>\n";
}

}  // namespace armillary
