#include "markdown/mark_text.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "base/find_byte.h"
#include "base/utf8.h"
#include "markdown/flanking.h"
#include "markdown/numeric_reference.h"

namespace armillary::markdown {
namespace {

bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Variation selectors choose a shape for the character before them and are no neighbours themselves;
// U+FE0F is one, for it makes an emoji of it.
bool is_shape_selector(char32_t c) { return (c >= 0xFE00 && c <= 0xFE0E) || (c >= 0xE0100 && c <= 0xE01EF); }

class Marker {
 public:
  explicit Marker(std::string_view source) : source_(source) {}

  MarkedText run() {
    out_.text.reserve(source_.size() + source_.size() / 16);
    std::size_t at = begin_line(0);
    for (;;) {
      at = find_byte<'\n', '\r', '\\', '*', '~', '[', ']', '{', '&'>(source_, std::min(at, source_.size()));
      if (at == source_.size()) break;
      at = mark(at);
    }
    out_.text.append(source_.substr(copied_));
    return std::move(out_);
  }

 private:
  char byte_at(std::size_t offset) const { return offset < source_.size() ? source_[offset] : '\n'; }

  // Marks what begins at `at`, one of the bytes that run() stops at, and returns where to read on.
  std::size_t mark(std::size_t at) {
    switch (source_[at]) {
      case '\n':
      case '\r':
        return begin_line(at + 1);
      case '\\':
        return pass_escape(at);
      case '*':
      case '~':
        return mark_run(at);
      case '[':
        return mark_open_brackets(at);
      case ']':
        return mark_close_bracket(at);
      case '{':
        return mark_heading_id(at);
      default:
        return note_reference(at);
    }
  }

  // Passes white space and quote marks, which count as space beside a run.
  std::size_t begin_line(std::size_t at) {
    while (is_blank(byte_at(at)) || byte_at(at) == '>') ++at;
    content_ = at;
    is_table_line_ = byte_at(at) == '|';
    definition_end_ = byte_at(at) == '[' ? find_label_end(at) : std::string_view::npos;
    return at;
  }

  // The ']' of "[label]:" at a line's start, unless its label is none: [[, [@ and [^ mean something else.
  std::size_t find_label_end(std::size_t at) const {
    const char first = byte_at(at + 1);
    if (first == '[' || first == '@' || first == '^' || mark_at(source_, at + 1)) return std::string_view::npos;
    for (std::size_t i = at + 1; !is_line_end(byte_at(i)) && byte_at(i) != '['; ++i) {
      if (byte_at(i) == '\\') ++i;
      if (byte_at(i) == ']') return byte_at(i + 1) == ':' ? i : std::string_view::npos;
    }
    return std::string_view::npos;
  }

  std::size_t pass_escape(std::size_t at) {
    const char next = byte_at(at + 1);
    if (static_cast<unsigned char>(next) >= 0x80 || !is_punctuation(static_cast<unsigned char>(next))) return at + 1;
    escaped_ = at + 1;
    return at + 2;
  }

  void copy_to(std::size_t end) {
    out_.text.append(source_.substr(copied_, end - copied_));
    copied_ = end;
  }

  void insert(char32_t mark, std::size_t at) {
    copy_to(at);
    append_code_point(out_.text, mark);
  }

  // `begin` is where the construct begins, `at` where its mark goes.
  void insert_token(TokenKind kind, std::size_t begin, std::size_t at) {
    if (out_.tokens.size() == kMaxTokens) {
      out_.unmarked_from = std::min(out_.unmarked_from, begin);
      return;
    }
    insert(kFirstNumberedMark + static_cast<char32_t>(out_.tokens.size()), at);
    out_.tokens.push_back({kind, begin});
  }

  std::size_t mark_run(std::size_t begin) {
    const char mark = source_[begin];
    std::size_t end = begin + 1;
    while (byte_at(end) == mark) ++end;
    if (mark == '~' && end - begin != 2) return end;
    const Neighbour before = neighbour_before(begin);
    const Neighbour after = neighbour_after(end);
    if (mark == '*') {
      const Side side = hidden_side(before, after);
      if (side == Side::before) hide_before(begin);
      if (side == Side::after) hide_after(end);
    } else {
      const Flanking flanks = flanking(before, after);
      if (flanks.left || flanks.right) {
        insert(!flanks.right ? kStrikeOpens : flanks.left ? kStrikeBoth : kStrikeCloses, begin + 1);
      }
    }
    return end;
  }

  void hide_before(std::size_t run) {
    if (source_[run - 1] != '_') return insert(kEmphasisMark, run);
    copy_to(run);
    out_.text += kUnderscoreNeighbour;
    insert(kEmphasisMarkBehindUnderscore, run);
  }

  void hide_after(std::size_t run_end) {
    if (source_[run_end] != '_') return insert(kEmphasisMark, run_end);
    insert(kEmphasisMarkBeforeUnderscore, run_end);
    out_.text += kUnderscoreNeighbour;
  }

  Neighbour neighbour_before(std::size_t at) const {
    if (at <= content_) return {};
    if (source_[at - 1] == '|' && is_table_line_ && escaped_ != at - 1) return {};
    char32_t before = code_point_before(source_, at);
    while (is_shape_selector(before) && at > content_) {
      at -= before > 0xFFFF ? 4 : 3;
      before = code_point_before(source_, at);
    }
    return neighbour_of(before);
  }

  Neighbour neighbour_after(std::size_t at) const {
    if (at == source_.size() || is_line_end(source_[at]) || (source_[at] == '|' && is_table_line_)) return {};
    return neighbour_of(code_point_at(source_, at));
  }

  std::size_t mark_open_brackets(std::size_t begin) {
    std::size_t end = begin + 1;
    while (byte_at(end) == '[') ++end;
    if (mark_at(source_, end)) return end;
    is_no_definition_ = false;
    if (byte_at(end) == '@') {
      is_no_definition_ = true;
      insert_token(TokenKind::citation, end - 1, end);
    } else if (end - begin >= 2) {
      insert_token(TokenKind::record_link, end - 2, end - 1);
    }
    keep_from_footnotes(end);
    return end;
  }

  // cmark takes a text that begins with '^' behind a bracket for a footnote's label, and measures it by columns: where
  // the label goes on behind a line end some of it is lost, and where the '^' is a reference or behind a backslash it
  // reads beyond the text. Such a '^' gets a mark before it, which makes it a text like any other.
  void keep_from_footnotes(std::size_t at) {
    if (!means_caret(at) || (byte_at(at) == '^' && is_footnote_label(at + 1))) return;
    insert(kEmphasisMark, at);
    is_no_definition_ = true;
  }

  bool means_caret(std::size_t at) const {
    const std::string_view text = source_.substr(std::min(at, source_.size()));
    if (text.starts_with("^") || text.starts_with("\\^") || text.starts_with("&Hat;")) return true;
    const std::optional<NumericReference> reference = numeric_reference_at(source_, at);
    return text.starts_with("&") && reference && reference->value == U'^';
  }

  // A label up to its ']' without anything that ends it elsewhere for cmark: white space, code, tags, backslashes.
  bool is_footnote_label(std::size_t begin) const {
    std::size_t end = begin;
    while (std::string_view(" \t\r\n[]\\`<").find(byte_at(end)) == std::string_view::npos) ++end;
    return end > begin && byte_at(end) == ']';
  }

  // "](" and, at a line's start, "[label]:" stand before an address. One in '<>' stays without a mark, for the
  // same characters may be an HTML tag, and so does one that begins with a run, whose neighbour the mark would be.
  std::size_t mark_close_bracket(std::size_t at) {
    // "[@id]: text" and "[^a b]: text" are no definitions: a paragraph that begins so would vanish.
    if (is_no_definition_ && byte_at(at + 1) == ':') insert(kEmphasisMark, at + 1);
    is_no_definition_ = false;
    if (byte_at(at + 1) != '(' && at != definition_end_) return at + 1;
    std::size_t begin = at + 2;
    while (is_blank(byte_at(begin))) ++begin;
    const bool is_apart = std::string_view("*_~<\r\n").find(byte_at(begin)) == std::string_view::npos;
    if (is_apart && !mark_at(source_, begin)) insert_token(TokenKind::address, begin, begin);
    return at + 1;
  }

  // "{#id}" counts at the end of a heading, which is the end of a line or stands before its closing hashes.
  std::size_t mark_heading_id(std::size_t at) {
    if (byte_at(at + 1) != '#') return at + 1;
    std::size_t end = at + 2;
    while (!is_line_end(byte_at(end)) && byte_at(end) != '}' && byte_at(end) != '{') ++end;
    if (byte_at(end) != '}') return at + 1;
    ++end;
    while (is_blank(byte_at(end)) || byte_at(end) == '#') ++end;
    if (is_line_end(byte_at(end))) insert_token(TokenKind::heading_id, at, at + 1);
    return at + 1;
  }

  std::size_t note_reference(std::size_t at) {
    if (const auto reference = numeric_reference_at(source_, at)) {
      out_.references.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(reference->end)});
    }
    return at + 1;
  }

  std::string_view source_;
  MarkedText out_;
  std::size_t copied_ = 0;   // of the source
  std::size_t content_ = 0;  // where this line goes on after white space and quote marks
  bool is_table_line_ = false;
  bool is_no_definition_ = false;  // the bracket that is open
  std::size_t definition_end_ = std::string_view::npos;
  std::size_t escaped_ = std::string_view::npos;  // the last character behind a backslash
};

}  // namespace

MarkedText mark_text(std::string_view source) { return Marker(source).run(); }

}  // namespace armillary::markdown
