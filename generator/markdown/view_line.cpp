#include "markdown/view_line.h"

#include <algorithm>
#include <string_view>

#include "markdown/quoted.h"

namespace armillary::markdown {
namespace {

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }
bool is_key_byte(char c) { return is_word_byte(c) || c == '_' || c == '.'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

class ViewLine {
 public:
  ViewLine(Span span, Reporter& reporter) : span_(span), text_(reporter.file().slice(span)), reporter_(reporter) {}

  std::optional<EmbeddedView> read() {
    skip_blanks();
    EmbeddedView view;
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_blank(text_[at_])) ++at_;
    view.name = located(begin, at_);
    if (view.name.value.empty()) {
      reporter_.report(kViewWithoutName, span_);
      return std::nullopt;
    }
    if (!std::all_of(view.name.value.begin(), view.name.value.end(), is_word_byte)) {
      reporter_.report(kBadViewName, view.name.span, quoted(view.name.value));
      return std::nullopt;
    }
    bool is_sound = true;
    for (skip_blanks(); at_ < text_.size(); skip_blanks()) is_sound = read_argument(view) && is_sound;
    return is_sound ? std::optional(std::move(view)) : std::nullopt;
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }

  Span span_at(std::size_t begin, std::size_t end) const {
    return {static_cast<std::uint32_t>(span_.begin + begin), static_cast<std::uint32_t>(span_.begin + end)};
  }

  Located<std::string> located(std::size_t begin, std::size_t end) const {
    return {std::string(text_.substr(begin, end - begin)), span_at(begin, end)};
  }

  // One key=value; reports and passes it where it is malformed.
  bool read_argument(EmbeddedView& view) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_key_byte(text_[at_])) ++at_;
    Located<std::string> key = located(begin, at_);
    const bool has_key = !key.value.empty() && at_ < text_.size() && text_[at_] == '=';
    if (has_key) ++at_;
    Located<std::string> value;
    if (!has_key || !read_value(value)) {
      while (at_ < text_.size() && !is_blank(text_[at_])) ++at_;
      reporter_.report(kBadViewArgument, span_at(begin, at_), quoted(text_.substr(begin, at_ - begin)));
      return false;
    }
    const auto is_same = [&key](const auto& argument) { return argument.first.value == key.value; };
    if (std::any_of(view.arguments.begin(), view.arguments.end(), is_same)) {
      reporter_.report(kViewArgumentTwice, key.span, quoted(key.value));
      return false;
    }
    view.arguments.emplace_back(std::move(key), std::move(value));
    return true;
  }

  bool read_value(Located<std::string>& value) {
    const bool is_quoted = at_ < text_.size() && text_[at_] == '"';
    const std::size_t begin = at_ + (is_quoted ? 1 : 0);
    const std::size_t end = std::min(text_.find_first_of(is_quoted ? "\"" : " \t", begin), text_.size());
    if (is_quoted && end == text_.size()) return false;
    value = located(begin, end);
    at_ = end + (is_quoted ? 1 : 0);
    const bool ends_word = at_ == text_.size() || is_blank(text_[at_]);
    return ends_word && (is_quoted || (!value.value.empty() && value.value.find('"') == std::string::npos));
  }

  Span span_;
  std::string_view text_;
  Reporter& reporter_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<EmbeddedView> read_view_line(Span span, Reporter& reporter) { return ViewLine(span, reporter).read(); }

}  // namespace armillary::markdown
