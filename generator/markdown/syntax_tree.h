// cmark-gfm behind a few functions. Only files that include this one see its nodes.
#pragma once

#include <cmark-gfm.h>

#include <cstdint>
#include <memory>
#include <string_view>

namespace armillary::markdown {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using SyntaxTree = std::unique_ptr<cmark_node, FreeNode>;
using TreeIterator = std::unique_ptr<cmark_iter, FreeIterator>;

// Parses CommonMark with tables and footnotes. Safe from any number of threads: no other extension of cmark-gfm is
// attached, for strikethrough and autolink write into process-wide tables while they parse.
SyntaxTree parse_tree(std::string_view text);

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

// Whether the node holds text with markup: a paragraph, a heading, a table's cell.
bool holds_inlines(NodeKind kind);

// The alignment of a table's column, counted from 0: "left", "center", "right" or nothing.
std::string_view column_alignment(cmark_node* table, std::size_t column);

}  // namespace armillary::markdown
