// cmark-gfm behind a few functions. Only files that include this one see its nodes.
#pragma once

#include <cmark-gfm.h>

#include <cstdint>
#include <string_view>

#include "markdown/parse_memory.h"

namespace armillary::markdown {

// A text parsed as CommonMark with tables and footnotes. Owns its nodes; a node is not to be changed, and what copies
// of it into new memory is not to be called. Any number of threads may parse at once: no other extension of cmark-gfm
// is attached, for strikethrough and autolink write into process-wide tables while they parse.
class SyntaxTree {
 public:
  explicit SyntaxTree(std::string_view text);

  cmark_node* root() const { return root_; }

 private:
  ParseMemory memory_;
  cmark_node* root_ = nullptr;
};

enum class NodeKind : std::uint8_t {
  document,
  block_quote,
  list,
  item,
  code_block,
  html_block,
  paragraph,
  heading,
  thematic_break,
  footnote_definition,
  table,
  table_header,
  table_row,
  table_cell,
  text,
  soft_break,
  hard_break,
  code,
  raw_html,
  emphasis,
  strong,
  link,
  image,
  footnote_reference,
  unknown,
};

NodeKind kind_of(cmark_node* node);

// The text of a text, of code, raw HTML, a code or an HTML block, and the number of a footnote's reference; as long as
// the node lives.
std::string_view literal_of(const cmark_node* node);

// What stands behind the opening fence of a block of code, likewise.
std::string_view fence_info_of(const cmark_node* block);

// Of a link or an image, likewise.
std::string_view address_of(const cmark_node* node);
std::string_view title_of(const cmark_node* node);

// Goes through a tree that does not change, in order: to each node where it begins and, where it could hold others, to
// its end.
class TreeWalk {
 public:
  // The first step goes to the beginning of `root`, which can hold others; the last one to its end.
  explicit TreeWalk(cmark_node* root) : root_(root) {}

  // Goes on; false behind the end.
  bool next();
  cmark_node* node() const { return node_; }
  bool is_entering() const { return is_entering_; }
  // To the end of the node at whose beginning the walk is and which can hold others.
  void skip_children() { is_entering_ = false; }

 private:
  cmark_node* root_;
  cmark_node* node_ = nullptr;
  bool is_entering_ = false;
};

// Whether the node holds text with markup: a paragraph, a heading, a table's cell.
bool holds_inlines(NodeKind kind);

// The alignment of a table's column, counted from 0: "left", "center", "right" or nothing.
std::string_view column_alignment(cmark_node* table, std::size_t column);

}  // namespace armillary::markdown
