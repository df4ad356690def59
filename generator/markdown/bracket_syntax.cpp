#include "markdown/bracket_syntax.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/address_part.h"
#include "markdown/heading_ids.h"
#include "markdown/markdown_bounds.h"
#include "markdown/quoted.h"

namespace armillary::markdown {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == kNone) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

// What a malformed id was probably meant to be, as the end of a message.
std::string suggest_id(std::string_view written) {
  const std::string id = folded_address_part(trimmed(written));
  return is_record_id(id) && id != written ? "; did you mean '" + id + "'?" : std::string();
}

std::string record_hint(std::string_view written) {
  if (written.find("｜") != kNone) return "; write a half-width '|' before the text";
  if (written.find("＃") != kNone) return "; write a half-width '#' before the heading's id";
  return suggest_id(written);
}

std::string citation_hint(std::string_view written) {
  for (const std::string_view wide : {"；", "，", "＠"}) {
    if (written.find(wide) != kNone) return "; write '@', ',' and ';' in half width";
  }
  const std::size_t begin = written.find_first_not_of("@ ");
  if (begin == kNone) return {};
  return suggest_id(written.substr(begin, written.find_first_of(",;") - begin));
}

// Where a bracket closes: an entry and the offset of its ']'.
struct Close {
  std::size_t entry = 0;
  std::size_t at = 0;
  bool holds_link = false;    // or a picture or a footnote
  bool holds_markup = false;  // or code, HTML, a hard break
};

class BracketReader {
 public:
  BracketReader(InlineList& list, bool in_table, std::size_t source, Reporter& reporter)
      : list_(list), in_table_(in_table), source_(source), reporter_(reporter), out_(list.spare) {}

  void run() {
    out_.clear();
    out_.reserve(list_.entries.capacity());
    std::size_t links = 0;
    for (std::size_t i = 0; i < list_.entries.size();) {
      const Inline& entry = list_.entries[i];
      if (entry.kind == InlineKind::begin_link || entry.kind == InlineKind::begin_image) ++links;
      if (entry.kind == InlineKind::end_link || entry.kind == InlineKind::end_image) --links;
      if (entry.kind != InlineKind::token) {
        out_.push_back(entry);
        ++i;
      } else if (links > 0) {
        ++i;
      } else {
        i = entry.token == TokenKind::record_link ? read_record_link(i) : read_citation(i);
      }
    }
    list_.entries.swap(out_);
  }

 private:
  // The file's text from the bracket on, as far as its paragraph can reach.
  std::string_view raw(const Inline& token) const {
    return std::string_view(reporter_.file().text).substr(source_ + token.offset, kMaxRunBytes);
  }

  Span span_at(const Inline& token, std::size_t begin, std::size_t length) const {
    const std::size_t offset = source_ + token.offset + begin;
    return {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(offset + length)};
  }

  // The first ']' behind the two characters that open a construct, on the level of the token; none where '[' or the
  // element's end comes first.
  std::optional<Close> find_close(std::size_t token) const {
    Close close;
    std::size_t depth = 0;
    for (std::size_t i = token + 1; i < list_.entries.size(); ++i) {
      const Inline& entry = list_.entries[i];
      if (begins_element(entry.kind)) ++depth;
      if (ends_element(entry.kind) && depth-- == 0) return std::nullopt;
      close.holds_link = close.holds_link || entry.kind == InlineKind::begin_link ||
                         entry.kind == InlineKind::begin_image || entry.kind == InlineKind::footnote_reference;
      if (entry.kind != InlineKind::text) {
        close.holds_markup = close.holds_markup || entry.kind != InlineKind::soft_break;
        continue;
      }
      const std::size_t at = entry.text.find_first_of("[]", i == token + 1 ? 2 : 0);
      if (at == kNone) continue;
      if (depth > 0 || entry.text[at] == '[') return std::nullopt;
      close.entry = i;
      close.at = at;
      return close;
    }
    return std::nullopt;
  }

  std::string_view text_after(std::size_t token) const {
    const bool has_text = token + 1 < list_.entries.size() && list_.entries[token + 1].kind == InlineKind::text;
    return has_text ? list_.entries[token + 1].text : std::string_view();
  }

  void add_text(std::string_view text) {
    if (text.empty()) return;
    out_.emplace_back().text = text;
  }

  // Leaves the token away, so that what follows stays text.
  static std::size_t leave(std::size_t token) { return token + 1; }

  // Goes on behind a construct that ends with `length` characters at `close`.
  std::size_t pass(const Close& close, std::size_t length) {
    add_text(list_.entries[close.entry].text.substr(close.at + length));
    return close.entry + 1;
  }

  std::size_t read_record_link(std::size_t i) {
    const Inline& token = list_.entries[i];
    const std::string_view text = text_after(i);
    const std::optional<Close> close = text.substr(0, 2) == "[[" ? find_close(i) : std::nullopt;
    if (!close || list_.entries[close->entry].text.substr(close->at, 2) != "]]") {
      report_broken_record_link(i);
      return leave(i);
    }
    const std::size_t raw_end = raw(token).find("]]", 2);
    if (raw_end == kNone || raw(token)[raw_end - 1] == '\\') return leave(i);
    const std::size_t head_end = close->entry == i + 1 ? close->at : text.size();
    const std::size_t bar = text.substr(0, head_end).find('|');
    const bool has_head = bar != kNone || close->entry == i + 1;
    const std::string_view head = text.substr(2, (bar == kNone ? head_end : bar) - 2);
    const std::string_view id = head.substr(0, head.find('#'));
    if (!has_head || !is_record_id(id)) {
      const std::string_view written = raw(token).substr(2, has_head ? id.size() : raw_end - 2);
      const bool is_empty = written.empty();
      reporter_.report(kBadRecordId, span_at(token, is_empty ? 0 : 2, is_empty ? raw_end + 2 : written.size()),
                       quoted(written), record_hint(written));
      return leave(i);
    }
    if (raw(token).substr(2, head.size()) != head) return leave(i);  // written with escapes or references
    const bool is_sound = check_anchor(token, head) && (bar == kNone || check_label(i, bar, *close, id));
    if (!is_sound) return leave(i);
    add_record_link(i, id, head, bar, *close);
    return pass(*close, 2);
  }

  bool check_anchor(const Inline& token, std::string_view head) {
    const std::size_t hash = head.find('#');
    if (hash == kNone) return true;
    const std::string_view anchor = head.substr(hash + 1);
    if (is_heading_id(anchor)) return true;
    reporter_.report(kBadRecordAnchor, span_at(token, 2 + hash, anchor.size() + 1), quoted(anchor));
    return false;
  }

  bool check_label(std::size_t i, std::size_t bar, const Close& close, std::string_view id) {
    const Inline& token = list_.entries[i];
    const std::size_t raw_bar = raw(token).find('|');
    const bool is_one_text = close.entry == i + 1;
    if (is_one_text && trimmed(text_after(i).substr(bar + 1, close.at - bar - 1)).empty()) {
      reporter_.report(kEmptyRecordText, span_at(token, raw_bar, 1));
      return false;
    }
    if (close.holds_link) reporter_.report(kRecordTextWithLink, span_at(token, 2, id.size()), quoted(id));
    return !close.holds_link;
  }

  void add_record_link(std::size_t i, std::string_view id, std::string_view head, std::size_t bar, const Close& close) {
    Inline& begin = out_.emplace_back();
    begin.kind = InlineKind::begin_record_link;
    begin.text = id;
    if (head.size() > id.size()) begin.title = head.substr(id.size() + 1);
    begin.offset = list_.entries[i].offset + 2;
    if (bar != kNone) add_label(i + 1, bar + 1, close);
    out_.emplace_back().kind = InlineKind::end_record_link;
  }

  // The entries from `at` in entry `first` to the closing bracket, without the spaces at both ends.
  void add_label(std::size_t first, std::size_t at, const Close& close) {
    for (std::size_t i = first; i <= close.entry; ++i) {
      Inline entry = list_.entries[i];
      if (i == close.entry) entry.text = entry.text.substr(0, close.at);
      if (i == first) {
        entry.text = entry.text.substr(at);
        entry.text.remove_prefix(std::min(entry.text.find_first_not_of(' '), entry.text.size()));
      }
      if (i == close.entry) entry.text = entry.text.substr(0, entry.text.find_last_not_of(' ') + 1);
      if (entry.kind != InlineKind::text || !entry.text.empty()) out_.push_back(entry);
    }
  }

  // '[[' without ']]' is text, but two slips are certain: a '|' that ended a table's cell, and a label
  // definition that made an ordinary link of the inside.
  void report_broken_record_link(std::size_t i) {
    const Inline& token = list_.entries[i];
    const std::string_view rest = raw(token).substr(2);
    const auto is_id_byte = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    const auto end = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_id_byte) - rest.begin());
    const std::string_view id = rest.substr(0, end);
    if (!is_record_id(id)) return;
    if (in_table_ && rest.substr(end, 1) == "|") {
      reporter_.report(kRecordLinkInTable, span_at(token, 2, id.size()), quoted(id));
    }
    const bool is_link =
        text_after(i) == "[" && i + 2 < list_.entries.size() && list_.entries[i + 2].kind == InlineKind::begin_link;
    if (is_link && rest.substr(end, 2) == "]]") {
      reporter_.report(kRecordLinkShadowed, span_at(token, 2, id.size()), quoted(id), quoted(id));
    }
  }

  std::size_t read_citation(std::size_t i) {
    const Inline& token = list_.entries[i];
    const std::optional<Close> close = text_after(i).substr(0, 2) == "[@" ? find_close(i) : std::nullopt;
    const std::size_t raw_end = raw(token).find(']');
    if (!close || raw_end == kNone || raw(token)[raw_end - 1] == '\\') return leave(i);
    Citation citation;
    if (close->holds_markup || !read_works(i, *close, citation)) {
      const std::string_view written = raw(token).substr(1, raw_end - 1);
      reporter_.report(kBadCitation, span_at(token, 1, raw_end - 1), quoted(written), citation_hint(written));
      return leave(i);
    }
    Inline& entry = out_.emplace_back();
    entry.kind = InlineKind::citation;
    entry.index = list_.citations.size();
    list_.citations.push_back(std::move(citation));
    return pass(*close, 1);
  }

  bool read_works(std::size_t i, const Close& close, Citation& citation) const {
    std::string content;
    for (std::size_t e = i + 1; e <= close.entry; ++e) {
      const std::string_view text = list_.entries[e].text;
      const std::size_t begin = e == i + 1 ? 1 : 0;
      if (list_.entries[e].kind == InlineKind::soft_break) content += ' ';
      content += text.substr(begin, e == close.entry ? close.at - begin : kNone);
    }
    std::size_t raw_at = 0;
    for (std::string_view rest = content;;) {
      const std::size_t end = rest.find(';');
      if (!read_work(list_.entries[i], trimmed(rest.substr(0, end)), raw_at, citation)) return false;
      if (end == kNone) return true;
      rest.remove_prefix(end + 1);
    }
  }

  // "@id" or "@id, place"; `raw_at` is how far the ids before it reach in the source.
  bool read_work(const Inline& token, std::string_view text, std::size_t& raw_at, Citation& citation) const {
    if (text.substr(0, 1) != "@") return false;
    const std::size_t comma = text.find(',');
    const std::string_view id = trimmed(text.substr(1, comma == kNone ? kNone : comma - 1));
    const std::string_view locator = comma == kNone ? std::string_view() : trimmed(text.substr(comma + 1));
    if (!is_record_id(id) || (comma != kNone && locator.empty())) return false;
    const std::size_t at = raw(token).find("@" + std::string(id), raw_at);
    if (at == kNone) return false;
    raw_at = at + 1 + id.size();
    citation.works.push_back({{std::string(id), span_at(token, at + 1, id.size())}, std::string(locator)});
    return true;
  }

  InlineList& list_;
  bool in_table_;
  std::size_t source_;
  Reporter& reporter_;
  std::vector<Inline>& out_;
};

}  // namespace

bool is_record_id(std::string_view text) {
  char previous = '-';
  for (const char c : text) {
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!is_word && (c != '-' || previous == '-')) return false;
    previous = c;
  }
  return previous != '-';
}

void read_brackets(InlineList& list, bool in_table, std::size_t source, Reporter& reporter) {
  BracketReader(list, in_table, source, reporter).run();
}

}  // namespace armillary::markdown
