// The inside of one paragraph, heading or table cell as a flat list: cmark's inline tree in order, without its
// marks, with entries where an element begins and ends. Our own syntax is found on this list.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "markdown/marks.h"
#include "markdown/syntax_tree.h"

namespace armillary::markdown {

enum class InlineKind : std::uint8_t {
  text,
  code,
  soft_break,
  hard_break,
  raw_html,
  footnote_reference,
  begin_emphasis,
  end_emphasis,
  begin_strong,
  end_strong,
  begin_strike,
  end_strike,
  begin_link,
  end_link,
  begin_image,
  end_image,
  // Found by pair_strikes() and read_brackets(); before them, as the marks in the text had it:
  strike_run,         // '~~' that may begin or end strikethrough
  token,              // a '[[' or '[@' begins here, in the text that follows
  begin_record_link,  // the entries up to its end are its text, if it has one of its own
  end_record_link,
  citation,
};

inline constexpr std::size_t kNoOffset = std::numeric_limits<std::size_t>::max();

// Views live as long as the tree and the list that the entry is in.
struct Inline {
  InlineKind kind = InlineKind::text;
  bool may_begin = false;  // strike_run
  bool may_end = false;    // strike_run
  TokenKind token = TokenKind::address;
  std::string_view text;           // what is shown; of a link or image its address, of a record link its id
  std::string_view title;          // of a link or image; of a record link its anchor
  std::size_t offset = kNoOffset;  // in the source: of a token, or of a link's address where it is known
  std::size_t index = 0;           // of a citation, in InlineList::citations
};

inline bool begins_element(InlineKind kind) {
  return kind == InlineKind::begin_emphasis || kind == InlineKind::begin_strong || kind == InlineKind::begin_strike ||
         kind == InlineKind::begin_link || kind == InlineKind::begin_image || kind == InlineKind::begin_record_link;
}
inline bool ends_element(InlineKind kind) {
  return kind == InlineKind::end_emphasis || kind == InlineKind::end_strong || kind == InlineKind::end_strike ||
         kind == InlineKind::end_link || kind == InlineKind::end_image || kind == InlineKind::end_record_link;
}

// Serves all blocks of a document, one after the other: what one had room in the next has room in.
struct InlineList {
  std::vector<Inline> entries;
  std::vector<Inline> spare;  // for who makes other entries of them
  std::vector<Citation> citations;
  bool has_own_syntax = false;  // a token or a strike run

  // "{#id}": the entry in which it stands last, where in that entry, and where in the source.
  std::size_t brace_entry = kNoOffset;
  std::size_t brace_at = kNoOffset;
  std::size_t brace_offset = kNoOffset;

  void clear();
  // An empty text of the list's own, for what is not as it stands in the tree.
  std::string& new_text();

 private:
  std::vector<std::unique_ptr<std::string>> texts_;
  std::size_t used_texts_ = 0;
};

// Reads what the walk's node, a block with inlines, holds, and leaves the walk at that node's end. With no tokens and
// no marks in the text (`is_marked` false) the tree's own strings are used.
void read_inlines(TreeWalk& walk, bool is_marked, const std::vector<Token>& tokens, InlineList& list);

}  // namespace armillary::markdown
