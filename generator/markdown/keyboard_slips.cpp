#include "markdown/keyboard_slips.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/find_byte.h"
#include "base/utf8.h"
#include "markdown/quoted.h"

namespace armillary::markdown {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestLinkText = 1000;  // as cmark's link labels
// Full-width forms are U+FF01 to U+FF60, which all begin with this byte.
constexpr char kWideLead = '\xEF';
constexpr std::string_view kStars = "＊＊";
constexpr std::string_view kWideParenthesis = "（";

bool begins_address(std::string_view text) {
  constexpr std::array<std::string_view, 8> kBeginnings{
      "http://", "https://", "www.", "mailto:", "/", "#", "./", "../"};
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [text](std::string_view beginning) { return text.starts_with(beginning); });
}

bool ends_with_wide_bracket(std::string_view text) { return text.ends_with("］") || text.ends_with("】"); }

// Whether what stands at `at` may be the beginning of a slip, or the bracket amid a link that is one.
bool may_be_slip(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const std::string_view from = text.substr(at);
  if (from.starts_with('[')) return from.starts_with("[^");
  if (from.starts_with('(')) return ends_with_wide_bracket(before);
  if (from.starts_with(kWideParenthesis)) return before.ends_with(']') || ends_with_wide_bracket(before);
  return from.starts_with('_') || from.starts_with(kStars);
}

// Nearly no text has one: this is for not looking for each kind of slip in all of them.
bool may_have_slip(std::string_view text) {
  for (std::size_t at = 0;; ++at) {
    at = find_byte<'_', '[', '(', kWideLead>(text, at);
    if (at == text.size()) return false;
    if (may_be_slip(text, at)) return true;
  }
}

class SlipReader {
 public:
  SlipReader(const SourceSearch& search, Reporter& reporter)
      : reporter_(reporter),
        headings_(search),
        underscores_(search),
        notes_(search),
        stars_(search),
        links_(search),
        wide_links_(search) {}

  void read_heading(std::string_view text) {
    constexpr std::string_view kHash = "＃";
    std::size_t level = 0;
    while (text.substr(level * kHash.size(), kHash.size()) == kHash) ++level;
    const std::string_view rest = text.substr(level * kHash.size());
    if (level == 0 || level > 6 || rest.empty() || !is_white_space(code_point_at(rest, 0))) return;
    report(kFullWidthHeading, headings_, text.substr(0, level * kHash.size()), quoted(text), std::string(level, '#'));
  }

  void read_text(std::string_view text) {
    if (!may_have_slip(text)) return;
    if (text.find('_') != kNone) read_underscores(text);
    if (text.find("[^") != kNone) read_notes(text);
    for (std::size_t at = text.find(kWideLead); at != kNone; at = text.find(kWideLead, at + 1)) {
      if (text.substr(at, kStars.size()) == kStars) at = read_stars(text, at);
      if (text.substr(at, kWideParenthesis.size()) == kWideParenthesis) read_link(text, at, kWideParenthesis.size());
    }
    for (std::size_t at = text.find('('); at != kNone; at = text.find('(', at + 1)) read_link(text, at, 1);
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

  // "[^label]" that cmark left as text has no definition, unless a backslash made it text.
  void read_notes(std::string_view text) {
    for (std::size_t open = text.find("[^"); open != kNone; open = text.find("[^", open + 1)) {
      const std::size_t close = text.find_first_of("[] ", open + 2);
      if (close == kNone || text[close] != ']' || close == open + 2 || !reporter_.takes(kMissingFootnote)) continue;
      const auto place = notes_.find_exactly(text.substr(open, close + 1 - open));
      if (place) reporter_.report(kMissingFootnote, *place, quoted(text.substr(open + 2, close - open - 2)));
    }
  }

  // From the stars at `open`; returns the offset of the last byte read.
  std::size_t read_stars(std::string_view text, std::size_t open) {
    const std::size_t close = text.find(kStars, open + kStars.size());
    if (close == kNone) return open + kStars.size() - 1;
    if (close > open + kStars.size()) report(kFullWidthEmphasis, stars_, kStars);
    return close + kStars.size() - 1;
  }

  // "［text］（address": the bracket at `open`, of `size` bytes, or the one before it is full-width.
  void read_link(std::string_view text, std::size_t open, std::size_t size) {
    const std::string_view before = text.substr(0, open);
    const bool is_wide = ends_with_wide_bracket(before);
    if (!is_wide && !(size > 1 && before.ends_with("]"))) return;
    if (!begins_address(text.substr(open + size)) || !reporter_.takes(kFullWidthLink)) return;
    const std::size_t floor = open - std::min(open, kLongestLinkText);
    std::size_t begin = kNone;
    for (const std::string_view bracket : {"[", "［", "【"}) {
      const std::size_t found = before.substr(floor).rfind(bracket);
      if (found != kNone) begin = begin == kNone ? floor + found : std::max(begin, floor + found);
    }
    if (begin == kNone) return;
    const std::size_t close = std::min({text.find(')', open), text.find("）", open), text.size()});
    const std::size_t end = close == text.size() ? close : close + (text[close] == ')' ? 1 : 3);
    const std::string_view link = text.substr(begin, end - begin);
    report(kFullWidthLink, size > 1 ? wide_links_ : links_, link, quoted(link));
  }

  Reporter& reporter_;
  // Each kind of slip is met in the order of the text, the kinds among one another are not.
  SourceSearch headings_, underscores_, notes_, stars_, links_, wide_links_;
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
