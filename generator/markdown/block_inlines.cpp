#include "markdown/block_inlines.h"

#include "base/utf8.h"
#include "markdown/bracket_syntax.h"
#include "markdown/inline_text.h"
#include "markdown/quoted.h"
#include "markdown/strikethrough.h"

namespace armillary::markdown {
namespace {

std::optional<WrittenHeadingId> take_heading_id(const DocumentState& state, InlineList& list) {
  if (list.entries.empty() || list.brace_entry != list.entries.size() - 1) return std::nullopt;
  std::string_view& text = list.entries.back().text;
  const std::string_view braces = text.substr(list.brace_at);
  if (braces.size() < 3 || braces.back() != '}') return std::nullopt;
  const std::string_view id = braces.substr(2, braces.size() - 3);
  const auto begin = static_cast<std::uint32_t>(state.span.begin + list.brace_offset + 2);
  text = text.substr(0, list.brace_at);
  text = text.substr(0, text.find_last_not_of(' ') + 1);
  if (text.empty()) list.entries.pop_back();
  return WrittenHeadingId{id, {begin, begin + static_cast<std::uint32_t>(id.size())}};
}

// Whether the id can be the heading's; reports it where it cannot.
bool accept(const WrittenHeadingId& written, DocumentState& state) {
  const std::string id = to_nfc(written.id);
  if (!is_heading_id(id)) {
    const std::string nearest = heading_id_from(id);
    state.reporter.report(kBadHeadingId, written.span, quoted(id), "; did you mean '" + quoted(nearest) + "'?");
    return false;
  }
  if (is_footnote_id(id)) {
    state.reporter.report(kReservedHeadingId, written.span, quoted(id));
    return false;
  }
  if (state.ids.take(id)) return true;
  state.reporter.report(kDuplicateHeadingId, written.span, quoted(id));
  return false;
}

}  // namespace

std::optional<WrittenHeadingId> read_block_inlines(TreeWalk& walk, const DocumentState& state, Reporter& reporter,
                                                   InlineList& list) {
  const NodeKind kind = kind_of(walk.node());
  read_inlines(walk, state.is_marked, state.tokens, list);
  std::optional<WrittenHeadingId> written;
  if (kind == NodeKind::heading) written = take_heading_id(state, list);
  if (list.has_own_syntax) {
    pair_strikes(list);
    read_brackets(list, kind == NodeKind::table_cell, state.span.begin, reporter);
  }
  return written;
}

std::vector<std::string> give_heading_ids(cmark_node* root, DocumentState& state) {
  Diagnostics unheard;  // what is wrong inside a heading is told when it is written
  Reporter muted(state.reporter.file(), unheard);
  std::vector<std::string> ids;
  std::vector<std::string> words;
  InlineList list;
  TreeWalk walk(root);
  while (walk.next()) {
    if (!walk.is_entering()) continue;
    const NodeKind kind = kind_of(walk.node());
    if (kind != NodeKind::heading) {
      if (holds_inlines(kind) || kind == NodeKind::table) walk.skip_children();
      continue;
    }
    const std::optional<WrittenHeadingId> written = read_block_inlines(walk, state, muted, list);
    const bool is_set = written && accept(*written, state);
    ids.push_back(is_set ? to_nfc(written->id) : std::string());
    words.push_back(words_of(list, 0, list.entries.size()));
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i].empty()) ids[i] = state.ids.take_next(heading_id_from(words[i]));
  }
  return ids;
}

}  // namespace armillary::markdown
