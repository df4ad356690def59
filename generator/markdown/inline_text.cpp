#include "markdown/inline_text.h"

#include "base/find_byte.h"
#include "base/utf8.h"

namespace armillary::markdown {
namespace {

std::string_view reference_for(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

// The first character that is shown at or after entry `i`.
char32_t first_shown(const InlineList& list, std::size_t i) {
  for (; i < list.entries.size(); ++i) {
    const Inline& entry = list.entries[i];
    if ((entry.kind == InlineKind::text || entry.kind == InlineKind::code) && !entry.text.empty()) {
      return code_point_at(entry.text, 0);
    }
    if (entry.kind == InlineKind::begin_record_link) {
      if (list.entries[i + 1].kind == InlineKind::end_record_link) return kTitle;
    } else if (entry.kind == InlineKind::begin_image || entry.kind == InlineKind::hard_break) {
      return 0;
    }
  }
  return 0;
}

}  // namespace

std::string_view tag_of(InlineKind kind) {
  switch (kind) {
    case InlineKind::begin_emphasis:
      return "<em>";
    case InlineKind::end_emphasis:
      return "</em>";
    case InlineKind::begin_strong:
      return "<strong>";
    case InlineKind::end_strong:
      return "</strong>";
    case InlineKind::begin_strike:
      return "<del>";
    case InlineKind::end_strike:
      return "</del>";
    default:
      return {};
  }
}

void append_html_text(std::string& out, std::string_view text) {
  for (std::size_t copied = 0;;) {
    const std::size_t at = find_byte<'&', '<', '>', '"'>(text, copied);
    out.append(text, copied, at - copied);
    if (at == text.size()) return;
    out.append(reference_for(text[at]));
    copied = at + 1;
  }
}

bool joins_lines(const InlineList& list, std::size_t soft_break, char32_t before) {
  const char32_t after = first_shown(list, soft_break + 1);
  const auto joins = [](char32_t c) { return c != kTitle && joins_without_space(c); };
  return (joins(before) && (after == kTitle || joins(after))) || (before == kTitle && joins(after));
}

std::size_t end_of_element(const InlineList& list, std::size_t begin) {
  std::size_t depth = 0;
  for (std::size_t i = begin; i < list.entries.size(); ++i) {
    if (begins_element(list.entries[i].kind)) ++depth;
    if (ends_element(list.entries[i].kind) && --depth == 0) return i;
  }
  return list.entries.size();
}

std::string html_without_links(const InlineList& list, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t images = 0;
  char32_t before = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const Inline& entry = list.entries[i];
    if (entry.kind == InlineKind::text || entry.kind == InlineKind::code) {
      before = code_point_before(entry.text, entry.text.size());
    }
    switch (entry.kind) {
      case InlineKind::text:
        append_html_text(out, entry.text);
        break;
      case InlineKind::code:
        out += images > 0 ? "" : "<code>";
        append_html_text(out, entry.text);
        out += images > 0 ? "" : "</code>";
        break;
      case InlineKind::soft_break:
        if (!joins_lines(list, i, before)) out += ' ';
        break;
      case InlineKind::hard_break:
        out += ' ';
        break;
      case InlineKind::begin_image:
        ++images;
        break;
      case InlineKind::end_image:
        --images;
        break;
      case InlineKind::begin_record_link:
        if (list.entries[i + 1].kind == InlineKind::end_record_link) append_html_text(out, entry.text);
        break;
      default:
        if (images == 0) out += tag_of(entry.kind);
    }
  }
  return out;
}

std::string words_of(const InlineList& list, std::size_t begin, std::size_t end) {
  std::string out;
  std::size_t images = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const Inline& entry = list.entries[i];
    if (entry.kind == InlineKind::begin_image) ++images;
    if (entry.kind == InlineKind::end_image) --images;
    if (images > 0) continue;
    const bool is_untitled_link =
        entry.kind == InlineKind::begin_record_link && list.entries[i + 1].kind == InlineKind::end_record_link;
    if (entry.kind == InlineKind::text || entry.kind == InlineKind::code || is_untitled_link) out += entry.text;
    const bool joins = entry.kind == InlineKind::soft_break && joins_lines(list, i, code_point_before(out, out.size()));
    if ((entry.kind == InlineKind::soft_break || entry.kind == InlineKind::hard_break) && !joins) out += ' ';
  }
  return out;
}

}  // namespace armillary::markdown
