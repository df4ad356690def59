#include "charts/neighbourhood_chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/html_escape.h"
#include "base/utf8.h"

namespace armillary::charts {
namespace {

// Pixels. A column of a text is half a Han character wide, no less than the mean of Latin letters.
constexpr int kColumnPixels = 8;
constexpr int kSide = 330;    // the room of neighbours on one side
constexpr int kCentre = 190;  // the box in the middle
constexpr int kTextColumns = (kSide - 48) / kColumnPixels;
constexpr int kCentreColumns = (kCentre - 20) / kColumnPixels;
constexpr std::size_t kCentreLines = 4;
constexpr int kRow = 23;
constexpr int kHeading = 24;
constexpr int kGap = 8;
constexpr int kLine = 18;
constexpr int kMargin = 8;

bool breaks_before(char32_t character) { return character == ' ' || is_cjk(character); }

// The text in lines of at most `columns`, broken at spaces and between Han characters; the last ends in an ellipsis
// where not all had room.
std::vector<std::string> lines_of(std::string_view text, int columns, std::size_t most) {
  if (text.empty()) return {""};
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < text.size() && lines.size() < most) {
    std::size_t end = begin;
    std::size_t last_break = begin;
    std::size_t width = 0;
    while (end < text.size()) {
      std::size_t next = end;
      const char32_t character = next_code_point(text, next);
      if (end > begin && breaks_before(character)) last_break = end;
      width += display_width(text.substr(end, next - end));
      if (width > static_cast<std::size_t>(columns)) break;
      end = next;
    }
    const bool is_whole = end == text.size();
    const bool is_last = lines.size() + 1 == most;
    if (!is_whole && !is_last && last_break > begin) end = last_break;
    lines.emplace_back(text.substr(begin, end - begin));
    if (!is_whole && is_last) lines.back() += "…";
    begin = end;
    while (begin < text.size() && text[begin] == ' ') ++begin;
  }
  return lines;
}

int height_of(const std::vector<NeighbourGroup>& groups) {
  int height = 0;
  for (const NeighbourGroup& group : groups) {
    height += kHeading + kRow * static_cast<int>(group.shown.size()) + kGap;
  }
  return height;
}

class Drawing {
 public:
  explicit Drawing(const NeighbourhoodChart& chart)
      : chart_(chart), centre_lines_(lines_of(chart.title.text, kCentreColumns, kCentreLines)) {
    centre_left_ = chart.incoming.empty() ? kMargin : kSide;
    width_ = centre_left_ + kCentre + (chart.outgoing.empty() ? kMargin : kSide);
    const int centre_height = kLine * static_cast<int>(centre_lines_.size()) + 24;
    height_ = 2 * kMargin + std::max({height_of(chart.incoming), height_of(chart.outgoing), centre_height});
  }

  std::string draw();

 private:
  void draw_side(const std::vector<NeighbourGroup>& groups, bool is_left);
  void draw_neighbour(const Neighbour& neighbour, int y, bool is_left);
  void draw_centre();
  void open_text(const char* style, int x, int y, const char* anchor, const ChartText& text);

  const NeighbourhoodChart& chart_;
  std::vector<std::string> centre_lines_;
  int centre_left_ = 0;
  int width_ = 0;
  int height_ = 0;
  std::string out_;
};

void Drawing::open_text(const char* style, int x, int y, const char* anchor, const ChartText& text) {
  out_ += fmt::format(R"(<text class="{}" x="{}" y="{}" text-anchor="{}")", style, x, y, anchor);
  if (!text.language.empty()) out_ += " lang=\"" + text.language + "\"";
  out_ += '>';
}

void Drawing::draw_neighbour(const Neighbour& neighbour, int y, bool is_left) {
  const int edge = is_left ? centre_left_ : centre_left_ + kCentre;
  const int dot = is_left ? kSide - 34 : edge + 34;
  const int middle = (edge + dot) / 2;
  out_ += fmt::format(R"(<path class="neighbour-line" d="M{0} {1}C{2} {1} {2} {3} {4} {3}"/><a href=")", edge,
                      height_ / 2, middle, y, dot);
  append_escaped(out_, neighbour.address);
  out_ += R"(" tabindex="-1"><title)";
  if (!neighbour.title.language.empty()) out_ += " lang=\"" + neighbour.title.language + "\"";
  out_ += '>';
  append_escaped(out_, neighbour.title.text);
  out_ += fmt::format(R"(</title><circle class="neighbour-dot" cx="{}" cy="{}" r="4"/>)", dot, y);
  open_text("neighbour-title", is_left ? dot - 10 : dot + 10, y + 4, is_left ? "end" : "start", neighbour.title);
  append_escaped(out_, lines_of(neighbour.title.text, kTextColumns, 1).front());
  out_ += "</text></a>";
}

void Drawing::draw_side(const std::vector<NeighbourGroup>& groups, bool is_left) {
  int y = (height_ - height_of(groups)) / 2;
  const int x = is_left ? kSide - 44 : centre_left_ + kCentre + 44;
  for (const NeighbourGroup& group : groups) {
    open_text("neighbour-label", x, y + kHeading - 7, is_left ? "end" : "start", group.label);
    append_escaped(out_, group.label.text);
    if (group.total > group.shown.size()) {
      out_ += "<tspan class=\"neighbour-total\"> ";
      append_escaped(out_, group.total_text);
      out_ += "</tspan>";
    }
    out_ += "</text>";
    y += kHeading;
    for (const Neighbour& neighbour : group.shown) {
      draw_neighbour(neighbour, y + kRow / 2, is_left);
      y += kRow;
    }
    y += kGap;
  }
}

void Drawing::draw_centre() {
  const int box = kLine * static_cast<int>(centre_lines_.size()) + 20;
  const int top = (height_ - box) / 2;
  out_ += fmt::format(R"(<rect class="neighbour-centre" x="{}" y="{}" width="{}" height="{}" rx="6"/>)", centre_left_,
                      top, kCentre, box);
  int y = top + 10 + kLine - 5;
  for (const std::string& line : centre_lines_) {
    open_text("neighbour-self", centre_left_ + kCentre / 2, y, "middle", chart_.title);
    append_escaped(out_, line);
    out_ += "</text>";
    y += kLine;
  }
}

std::string Drawing::draw() {
  out_ =
      fmt::format(R"(<svg class="neighbourhood-chart" aria-hidden="true" focusable="false" width="{0}" height="{1}" )"
                  R"(viewBox="0 0 {0} {1}">)",
                  width_, height_);
  draw_side(chart_.incoming, true);
  draw_side(chart_.outgoing, false);
  draw_centre();
  return std::move(out_) + "</svg>";
}

}  // namespace

std::string draw_neighbourhood(const NeighbourhoodChart& chart) { return Drawing(chart).draw(); }

}  // namespace armillary::charts
