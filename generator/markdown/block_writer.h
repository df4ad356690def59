// Writes a syntax tree as a document: block by block along the walk, never by recursion, with cmark's own
// HTML where ours need not differ.
#pragma once

#include <vector>

#include "markdown/document_state.h"
#include "markdown/inline_list.h"
#include "markdown/source_search.h"
#include "markdown/syntax_tree.h"

namespace armillary::markdown {

class BlockWriter {
 public:
  explicit BlockWriter(DocumentState& state, Document& document) : state_(state), document_(document) {}

  // `heading_ids` has an id for each heading in order, or is empty where headings get none.
  void write(cmark_node* root, const std::vector<std::string>& heading_ids);

 private:
  void enter(TreeWalk& walk, cmark_node* node, NodeKind kind);
  void leave(cmark_node* node, NodeKind kind);

  void write_inlines(TreeWalk& walk, cmark_node* node, NodeKind kind);
  void begin_list(cmark_node* list);
  void begin_heading(cmark_node* heading);
  void note_heading(cmark_node* heading);
  void end_heading(cmark_node* heading);
  void begin_paragraph(cmark_node* paragraph);
  void end_paragraph(cmark_node* paragraph);
  void write_code_block(cmark_node* block);
  bool write_view(cmark_node* block);
  void write_html_block(cmark_node* block);

  void begin_row(bool is_header);
  void end_row(bool is_header);
  void begin_cell(cmark_node* cell);
  void end_table();

  void begin_footnote(cmark_node* definition);
  void end_footnote();
  void begin_footnotes(cmark_node* first);
  void write_back_references();

  Span place_of(cmark_node* block) const;
  int shifted_level(cmark_node* heading) const;

  DocumentState& state_;
  Document& document_;
  InlineList list_;
  const std::vector<std::string>* heading_ids_ = nullptr;
  std::size_t headings_ = 0;

  bool in_header_ = false;  // of a table
  bool in_body_ = false;
  std::size_t column_ = 0;

  int footnote_ = 0;  // the number of the one being written
  bool has_back_references_ = false;
};

}  // namespace armillary::markdown
