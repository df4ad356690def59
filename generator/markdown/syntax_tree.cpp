#include "markdown/syntax_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>

namespace armillary::markdown {
namespace {

// What a text of prose needs for each of its bytes; for others more is taken.
constexpr std::size_t kMemoryPerByte = 12;
constexpr std::size_t kLeastMemory = 4096;

// cmark-gfm takes memory through functions that know nothing of the text: while a thread parses, this is its text's.
thread_local ParseMemory* parsing = nullptr;

// These throw through cmark-gfm, which ends the program where it gets no memory.
cmark_mem parse_memory = {
    [](std::size_t count, std::size_t size) { return parsing->zeroed(count * size); },
    [](void* old, std::size_t size) { return parsing->resized(old, size); },
    [](void* block) { parsing->release(block); },
};

cmark_syntax_extension* table_extension() {
  static cmark_syntax_extension* const extension = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return cmark_find_syntax_extension("table");
  }();
  return extension;
}

// A node's fields are read where they stand: cmark-gfm's own functions copy each text into new memory, and its iterator
// takes a tenth of the time that parsing takes.
std::string_view view_of(const cmark_chunk& chunk) {
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

cmark_node_type type_of(const cmark_node* node) { return static_cast<cmark_node_type>(node->type); }

bool can_hold_others(const cmark_node* node) {
  switch (type_of(node)) {
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_THEMATIC_BREAK:
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_TEXT:
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_INLINE:
      return false;
    default:
      return true;
  }
}

NodeKind kind_of_extension_node(cmark_node* node) {
  const std::string_view name = cmark_node_get_type_string(node);
  if (name == "table_cell") return NodeKind::table_cell;
  if (name == "table_row") return NodeKind::table_row;
  if (name == "table_header") return NodeKind::table_header;
  return name == "table" ? NodeKind::table : NodeKind::unknown;
}

// Between its columns a table has bars; the line below the head of a single column may do without, but not without a
// colon then: dashes alone make a heading. (Dashes with a form feed behind them do not, but no text has any.)
bool may_have_table(std::string_view text) {
  constexpr auto kNowhere = std::string_view::npos;
  return text.find('|') != kNowhere || text.find(":-") != kNowhere || text.find("-:") != kNowhere;
}

}  // namespace

SyntaxTree::SyntaxTree(std::string_view text) : memory_(kLeastMemory + text.size() * kMemoryPerByte) {
  parsing = &memory_;
  // What a text cannot have is not looked for: that takes cmark-gfm walks through the whole tree, or a try at each
  // line.
  const bool may_have_footnotes = text.find("[^") != std::string_view::npos;
  cmark_syntax_extension* const tables = table_extension();
  cmark_parser* const parser =
      cmark_parser_new_with_mem(may_have_footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT, &parse_memory);
  if (may_have_table(text)) cmark_parser_attach_syntax_extension(parser, tables);
  cmark_parser_feed(parser, text.data(), text.size());
  root_ = cmark_parser_finish(parser);
}

NodeKind kind_of(cmark_node* node) {
  switch (type_of(node)) {
    case CMARK_NODE_DOCUMENT:
      return NodeKind::document;
    case CMARK_NODE_BLOCK_QUOTE:
      return NodeKind::block_quote;
    case CMARK_NODE_LIST:
      return NodeKind::list;
    case CMARK_NODE_ITEM:
      return NodeKind::item;
    case CMARK_NODE_CODE_BLOCK:
      return NodeKind::code_block;
    case CMARK_NODE_HTML_BLOCK:
      return NodeKind::html_block;
    case CMARK_NODE_PARAGRAPH:
      return NodeKind::paragraph;
    case CMARK_NODE_HEADING:
      return NodeKind::heading;
    case CMARK_NODE_THEMATIC_BREAK:
      return NodeKind::thematic_break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return NodeKind::footnote_definition;
    case CMARK_NODE_TEXT:
      return NodeKind::text;
    case CMARK_NODE_SOFTBREAK:
      return NodeKind::soft_break;
    case CMARK_NODE_LINEBREAK:
      return NodeKind::hard_break;
    case CMARK_NODE_CODE:
      return NodeKind::code;
    case CMARK_NODE_HTML_INLINE:
      return NodeKind::raw_html;
    case CMARK_NODE_EMPH:
      return NodeKind::emphasis;
    case CMARK_NODE_STRONG:
      return NodeKind::strong;
    case CMARK_NODE_LINK:
      return NodeKind::link;
    case CMARK_NODE_IMAGE:
      return NodeKind::image;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return NodeKind::footnote_reference;
    default:
      return kind_of_extension_node(node);
  }
}

std::string_view literal_of(const cmark_node* node) {
  return view_of(type_of(node) == CMARK_NODE_CODE_BLOCK ? node->as.code.literal : node->as.literal);
}

std::string_view fence_info_of(const cmark_node* block) { return view_of(block->as.code.info); }

std::string_view address_of(const cmark_node* node) { return view_of(node->as.link.url); }

std::string_view title_of(const cmark_node* node) { return view_of(node->as.link.title); }

bool TreeWalk::next() {
  if (node_ == nullptr) {
    node_ = root_;
    is_entering_ = true;
  } else if (is_entering_ && can_hold_others(node_)) {
    is_entering_ = node_->first_child != nullptr;
    if (is_entering_) node_ = node_->first_child;
  } else if (node_ == root_) {
    return false;
  } else {
    is_entering_ = node_->next != nullptr;
    node_ = is_entering_ ? node_->next : node_->parent;
  }
  return true;
}

bool holds_inlines(NodeKind kind) {
  return kind == NodeKind::paragraph || kind == NodeKind::heading || kind == NodeKind::table_cell;
}

std::string_view column_alignment(cmark_node* table, std::size_t column) {
  if (column >= cmark_gfm_extensions_get_table_columns(table)) return {};
  switch (cmark_gfm_extensions_get_table_alignments(table)[column]) {
    case 'l':
      return "left";
    case 'c':
      return "center";
    case 'r':
      return "right";
    default:
      return {};
  }
}

}  // namespace armillary::markdown
