#include "markdown/keyboard_slips.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "markdown/quoted.h"

namespace armillary::markdown {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestLinkText = 1000;  // as cmark's link labels
constexpr std::array<std::string_view, 5> kJoints{"]（", "］（", "］(", "】（", "】("};

bool begins_address(std::string_view text) {
  for (const std::string_view begin : {"http://", "https://", "www.", "mailto:", "/", "#", "./", "../"}) {
    if (text.substr(0, begin.size()) == begin) return true;
  }
  return false;
}

class SlipReader {
 public:
  SlipReader(const SourceSearch& search, Reporter& reporter)
      : reporter_(reporter),
        headings_(search),
        underscores_(search),
        stars_(search),
        links_{search, search, search, search, search} {}

  void read_heading(std::string_view text) {
    constexpr std::string_view kHash = "＃";
    std::size_t level = 0;
    while (text.substr(level * kHash.size(), kHash.size()) == kHash) ++level;
    const std::string_view rest = text.substr(level * kHash.size());
    if (level == 0 || level > 6 || rest.empty() || !is_white_space(code_point_at(rest, 0))) return;
    report(kFullWidthHeading, headings_, text.substr(0, level * kHash.size()), quoted(text), std::string(level, '#'));
  }

  void read_text(std::string_view text) {
    if (text.find('_') != kNone) read_underscores(text);
    if (std::any_of(text.begin(), text.end(), [](char c) { return c == '\xEF' || c == '\xE3'; })) {
      read_stars(text);
      for (std::size_t i = 0; i < kJoints.size(); ++i) read_link(text, kJoints[i], links_[i]);
    }
  }

 private:
  template <typename... Args>
  void report(const Message& message, SourceSearch& search, std::string_view piece, const Args&... args) {
    if (reporter_.takes(message)) reporter_.report(message, search.find(piece), args...);
  }

  // _文_ beside Chinese or Japanese: to '_' a letter on both sides is the inside of a word.
  void read_underscores(std::string_view text) {
    for (std::size_t open = text.find('_'); open != kNone; open = text.find('_', open)) {
      const std::size_t close = text.find_first_of("_ \t", open + 1);
      if (close == kNone) return;
      const std::string_view inside = text.substr(open + 1, close - open - 1);
      const bool beside_cjk =
          joins_without_space(code_point_before(text, open)) || joins_without_space(code_point_at(text, close + 1));
      const bool is_slip = text[close] == '_' && beside_cjk && joins_without_space(code_point_at(inside, 0));
      if (is_slip) {
        report(kUnderscoreEmphasis, underscores_, text.substr(open, close + 1 - open), quoted(inside), quoted(inside));
      }
      open = is_slip ? close + 1 : close;
    }
  }

  void read_stars(std::string_view text) {
    constexpr std::string_view kStars = "＊＊";
    for (std::size_t open = text.find(kStars); open != kNone; open = text.find(kStars, open)) {
      const std::size_t close = text.find(kStars, open + kStars.size());
      if (close == kNone) return;
      if (close > open + kStars.size()) report(kFullWidthEmphasis, stars_, kStars);
      open = close + kStars.size();
    }
  }

  // `joint` stands between a link's text and its address, with one of the brackets full-width.
  void read_link(std::string_view text, std::string_view joint, SourceSearch& search) {
    for (std::size_t at = text.find(joint); at != kNone; at = text.find(joint, at + joint.size())) {
      if (!begins_address(text.substr(at + joint.size()))) continue;
      const std::string_view before = text.substr(0, at);
      std::size_t open = kNone;
      for (const std::string_view bracket : {"[", "［", "【"}) {
        const std::size_t found = before.substr(at - std::min(at, kLongestLinkText)).rfind(bracket);
        if (found == kNone) continue;
        const std::size_t place = found + at - std::min(at, kLongestLinkText);
        open = open == kNone ? place : std::max(open, place);
      }
      if (open == kNone) continue;
      const std::size_t close = std::min({text.find(')', at), text.find("）", at), text.size()});
      const std::size_t end = close == text.size() ? close : close + (text[close] == ')' ? 1 : 3);
      report(kFullWidthLink, search, text.substr(open, end - open), quoted(text.substr(open, end - open)));
    }
  }

  Reporter& reporter_;
  // Each kind of slip is met in the order of the text, the kinds among one another are not.
  SourceSearch headings_, underscores_, stars_;
  std::array<SourceSearch, kJoints.size()> links_;
};

}  // namespace

void report_keyboard_slips(const InlineList& list, bool is_paragraph, const SourceSearch& search, Reporter& reporter) {
  SlipReader reader(search, reporter);
  std::size_t links = 0;
  for (const Inline& entry : list.entries) {
    if (entry.kind == InlineKind::begin_link || entry.kind == InlineKind::begin_image) ++links;
    if (entry.kind == InlineKind::end_link || entry.kind == InlineKind::end_image) --links;
    if (entry.kind != InlineKind::text || links > 0) continue;
    if (is_paragraph && &entry == &list.entries.front()) reader.read_heading(entry.text);
    reader.read_text(entry.text);
  }
}

}  // namespace armillary::markdown
