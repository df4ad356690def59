#include "view/stand_in_words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/ascii_case.h"
#include "base/utf8.h"

namespace armillary {
namespace {

constexpr std::string_view kBegin = "\uE000";
constexpr std::string_view kEnd = "\uE001";
constexpr std::string_view kFirstBytes = "\xEE\x80";  // of both
// By the filters urlencode and tojson.
constexpr std::array<std::string_view, 4> kWrittenOtherwise = {"%EE%80%80", "%EE%80%81", "\\ue000", "\\ue001"};

// Where the first letter begins; the end where there is none.
std::size_t first_letter(std::string_view text) {
  std::size_t next = 0;
  while (next < text.size()) {
    const std::size_t start = next;
    if (u_isUAlphabetic(static_cast<UChar32>(next_code_point(text, next))) != 0) return start;
  }
  return next;
}

// Marks from the first letter on; what holds none is of no language. Blanks at the end stay outside.
void append_run(std::string& out, std::string_view run) {
  const std::size_t begin = first_letter(run);
  out += run.substr(0, begin);
  if (begin == run.size()) return;
  const std::size_t end = run.find_last_not_of(' ') + 1;
  out += kBegin;
  out += run.substr(begin, end - begin);
  out += kEnd;
  out += run.substr(end);
}

std::string marked(std::string_view pattern) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = std::min(pattern.find('{'), pattern.size());
    append_run(out, pattern.substr(0, open));
    const std::size_t close = pattern.find('}', open);
    const std::size_t after = close == std::string_view::npos ? pattern.size() : close + 1;
    out += pattern.substr(open, after - open);
    pattern.remove_prefix(after);
  }
  return out;
}

// In lower case, with the slash of an end tag.
std::string name_of(std::string_view tag) {
  const std::size_t end = std::min(tag.find_first_of(" \t\r\n\f/>", 2), tag.size());
  return ascii_lower_case(tag.substr(1, end - 1));
}

bool is_code(std::string_view element) { return element == "script" || element == "style"; }

bool holds_text_alone(std::string_view element) {
  return element == "title" || element == "option" || element == "textarea" || element == "desc";
}

void erase_all(std::string& text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) text.erase(at, part.size());
}

class MarkResolver {
 public:
  explicit MarkResolver(std::string_view html) : html_(html) {}

  std::string resolve() {
    out_.reserve(html_.size() + html_.size() / 4);
    while (at_ < html_.size()) {
      const std::size_t tag = std::min(html_.find('<', at_), html_.size());
      append_text(html_.substr(at_, tag - at_));
      at_ = tag;
      if (at_ < html_.size()) pass_tag();
    }
    for (const std::string_view written : kWrittenOtherwise) erase_all(out_, written);
    return std::move(out_);
  }

 private:
  // To the end of the tag or comment, and of what it begins where that is text alone.
  void pass_tag() {
    std::size_t end = end_of_tag();
    const std::string_view tag = html_.substr(at_, end - at_);
    const std::string name = name_of(tag);
    if (name == "text") is_in_drawing_ = !tag.ends_with("/>");
    if (name == "/text") is_in_drawing_ = false;
    if (is_code(name)) end = std::min(html_.find("</", end), html_.size());
    if (holds_text_alone(name)) end = std::min(html_.find('<', end), html_.size());
    append_bare(html_.substr(at_, end - at_));
    at_ = end;
  }

  std::size_t end_of_tag() const {
    constexpr std::string_view kEndOfComment = "-->";
    if (html_.substr(at_).starts_with("<!--")) {
      const std::size_t end = html_.find(kEndOfComment, at_);
      return end == std::string_view::npos ? html_.size() : end + kEndOfComment.size();
    }
    char quote = '\0';
    for (std::size_t i = at_; i < html_.size(); ++i) {
      const char c = html_[i];
      if (quote == '\0' && c == '>') return i + 1;
      if (quote == '\0' && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = '\0';
      }
    }
    return html_.size();
  }

  void append_bare(std::string_view html) {
    while (true) {
      const std::size_t mark = std::min(html.find(kFirstBytes), html.size());
      out_ += html.substr(0, mark);
      if (mark == html.size()) return;
      html.remove_prefix(std::min(mark + kBegin.size(), html.size()));
    }
  }

  // A text between tags. A mark that has lost its other on the way, cut off by a filter, goes without a trace.
  void append_text(std::string_view text) {
    for (std::size_t end = text.find(kEnd); end != std::string_view::npos; end = text.find(kEnd)) {
      const std::size_t begin = std::min(text.rfind(kBegin, end), end);
      append_bare(text.substr(0, begin));
      if (begin < end) append_marked(text.substr(begin + kBegin.size(), end - begin - kBegin.size()));
      text.remove_prefix(end + kEnd.size());
    }
    append_bare(text);
  }

  void append_marked(std::string_view text) {
    out_ += is_in_drawing_ ? R"(<tspan lang="en">)" : R"(<span lang="en" dir="ltr">)";
    out_ += text;
    out_ += is_in_drawing_ ? "</tspan>" : "</span>";
  }

  std::string_view html_;
  std::size_t at_ = 0;
  bool is_in_drawing_ = false;
  std::string out_;
};

}  // namespace

Words with_marks(Words words) {
  for (const std::string& key : words.stand_ins) {
    for (auto& [category, text] : words.forms[key]) text = marked(text);
  }
  return words;
}

std::string resolve_marks(std::string_view html) { return MarkResolver(html).resolve(); }

}  // namespace armillary
