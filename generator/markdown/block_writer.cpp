#include "markdown/block_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "markdown/block_inlines.h"
#include "markdown/inline_text.h"
#include "markdown/inline_writer.h"
#include "markdown/keyboard_slips.h"
#include "markdown/quoted.h"
#include "markdown/view_line.h"

namespace armillary::markdown {
namespace {

std::string without_marks_if(bool is_marked, std::string_view text) {
  return is_marked ? without_marks(text) : std::string(text);
}

bool is_in_tight_list(cmark_node* paragraph) {
  cmark_node* const list = cmark_node_parent(cmark_node_parent(paragraph));
  return list != nullptr && kind_of(list) == NodeKind::list && cmark_node_get_list_tight(list) != 0;
}

// Whether the paragraph ends a footnote, so that the arrows back stand in it.
bool ends_footnote(cmark_node* paragraph) {
  return kind_of(cmark_node_parent(paragraph)) == NodeKind::footnote_definition &&
         cmark_node_next(paragraph) == nullptr;
}

}  // namespace

void BlockWriter::write(cmark_node* root, const std::vector<std::string>& heading_ids) {
  heading_ids_ = &heading_ids;
  TreeWalk walk(root);
  while (walk.next()) {
    const NodeKind kind = kind_of(walk.node());
    if (walk.is_entering()) {
      enter(walk, walk.node(), kind);
    } else {
      leave(walk.node(), kind);
    }
  }
  if (footnote_ > 0) state_.out.append("</ol>\n</section>\n");
}

void BlockWriter::enter(TreeWalk& walk, cmark_node* node, NodeKind kind) {
  switch (kind) {
    case NodeKind::block_quote:
      state_.out.start_line();
      return state_.out.append("<blockquote>\n");
    case NodeKind::list:
      return begin_list(node);
    case NodeKind::item:
      state_.out.start_line();
      return state_.out.append("<li>");
    case NodeKind::code_block:
      return write_code_block(node);
    case NodeKind::html_block:
      return write_html_block(node);
    case NodeKind::thematic_break:
      state_.out.start_line();
      return state_.out.append("<hr />\n");
    case NodeKind::footnote_definition:
      return begin_footnote(node);
    case NodeKind::table:
      state_.out.start_line();
      return state_.out.append("<table>");
    case NodeKind::table_header:
    case NodeKind::table_row:
      return begin_row(kind == NodeKind::table_header);
    case NodeKind::paragraph:
    case NodeKind::heading:
    case NodeKind::table_cell:
      return write_inlines(walk, node, kind);
    default:
      return;
  }
}

void BlockWriter::leave(cmark_node* node, NodeKind kind) {
  switch (kind) {
    case NodeKind::block_quote:
      state_.out.start_line();
      return state_.out.append("</blockquote>\n");
    case NodeKind::list:
      return state_.out.append(cmark_node_get_list_type(node) == CMARK_BULLET_LIST ? "</ul>\n" : "</ol>\n");
    case NodeKind::item:
      return state_.out.append("</li>\n");
    case NodeKind::footnote_definition:
      return end_footnote();
    case NodeKind::table:
      return end_table();
    case NodeKind::table_header:
    case NodeKind::table_row:
      return end_row(kind == NodeKind::table_header);
    default:
      return;
  }
}

// Writes the whole of a paragraph, heading or cell; the walk is then at its end.
void BlockWriter::write_inlines(TreeWalk& walk, cmark_node* node, NodeKind kind) {
  read_block_inlines(walk, state_, state_.reporter, list_);
  state_.plain.start_block();
  SourceSearch search(state_.reporter.file(), place_of(node));
  InlineWriter writer(state_, list_, search);
  if (state_.options.additions) {
    report_keyboard_slips(list_, kind == NodeKind::paragraph, search, state_.reporter);
  }
  if (kind == NodeKind::heading) {
    begin_heading(node);
    writer.write();
    end_heading(node);
  } else if (kind == NodeKind::paragraph) {
    begin_paragraph(node);
    writer.write();
    end_paragraph(node);
  } else {
    begin_cell(node);
    writer.write();
    state_.out.append(in_header_ ? "</th>" : "</td>");
  }
}

void BlockWriter::begin_list(cmark_node* list) {
  state_.out.start_line();
  const int start = cmark_node_get_list_start(list);
  if (cmark_node_get_list_type(list) == CMARK_BULLET_LIST) {
    state_.out.append("<ul>\n");
  } else if (start == 1) {
    state_.out.append("<ol>\n");
  } else {
    state_.out.append("<ol start=\"" + std::to_string(start) + "\">\n");
  }
}

int BlockWriter::shifted_level(cmark_node* heading) const {
  return std::min(cmark_node_get_heading_level(heading) + state_.options.heading_shift, 6);
}

void BlockWriter::begin_heading(cmark_node* heading) {
  state_.out.start_line();
  state_.out.append("<h" + std::to_string(shifted_level(heading)));
  if (!heading_ids_->empty()) note_heading(heading);
  state_.out.append(">");
}

void BlockWriter::note_heading(cmark_node* heading) {
  Heading note;
  note.level = cmark_node_get_heading_level(heading);
  note.id = state_.options.id_prefix + (*heading_ids_)[headings_++];
  note.html = html_without_links(list_, 0, list_.entries.size());
  const Span lines = place_of(heading);
  const std::string_view text = state_.reporter.file().slice(lines);
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  const auto column = static_cast<std::size_t>(std::max(cmark_node_get_start_column(heading) - 1, 0));
  note.span = {lines.begin + static_cast<std::uint32_t>(std::min(column, end)),
               lines.begin + static_cast<std::uint32_t>(end)};
  state_.out.append(" id=\"" + note.id + "\"");
  document_.headings.push_back(std::move(note));
}

void BlockWriter::end_heading(cmark_node* heading) {
  state_.out.append("</h" + std::to_string(shifted_level(heading)) + ">\n");
}

void BlockWriter::begin_paragraph(cmark_node* paragraph) {
  if (is_in_tight_list(paragraph)) return;
  state_.out.start_line();
  state_.out.append("<p>");
}

void BlockWriter::end_paragraph(cmark_node* paragraph) {
  if (is_in_tight_list(paragraph)) return;
  if (ends_footnote(paragraph)) write_back_references();
  state_.out.append("</p>\n");
}

void BlockWriter::write_code_block(cmark_node* block) {
  const std::string info = without_marks_if(state_.is_marked, fence_info_of(block));
  const std::string language = info.substr(0, info.find_first_of(" \t\n\v\f\r"));
  if (state_.options.additions && language == "view" && write_view(block)) return;
  state_.out.start_line();
  state_.out.append("<pre><code");
  if (!info.empty()) {
    state_.out.append(" class=\"language-");
    append_html_text(state_.out.html(), language);
    state_.out.append("\"");
  }
  state_.out.append(">");
  const std::string code = without_marks_if(state_.is_marked, literal_of(block));
  append_html_text(state_.out.html(), code);
  state_.out.append("</code></pre>\n");
  state_.plain.start_block();
  state_.plain.append(code);
}

// Whether the block is a view's; a malformed one is reported and leaves nothing.
bool BlockWriter::write_view(cmark_node* block) {
  int length = 0;
  int offset = 0;
  char character = '\0';
  if (cmark_node_get_fenced(block, &length, &offset, &character) == 0) return false;
  const Span lines = place_of(block);
  const std::string_view text = state_.reporter.file().slice(lines);
  const std::size_t line_end = std::min(text.find_first_of("\r\n"), text.size());
  const std::size_t fence = text.find(character);
  const std::size_t word = std::min(text.find("view", std::min(fence, line_end)), line_end);
  const Span arguments{lines.begin + static_cast<std::uint32_t>(std::min(word + 4, line_end)),
                       lines.begin + static_cast<std::uint32_t>(line_end)};
  std::optional<EmbeddedView> view = read_view_line(arguments, state_.reporter);
  if (!view) return true;
  if (literal_of(block).find_first_not_of(" \t\r\n") != std::string_view::npos) {
    state_.reporter.report(kViewWithContent, view->name.span, quoted(view->name.value));
    return true;
  }
  state_.out.start_line();
  state_.out.add_gap(*std::move(view));
  state_.out.append("\n");
  return true;
}

void BlockWriter::write_html_block(cmark_node* block) {
  if (!state_.options.additions) {
    state_.out.start_line();
    return state_.out.append("<!-- raw HTML omitted -->\n");
  }
  const std::string literal = without_marks_if(state_.is_marked, literal_of(block));
  const std::string_view html = std::string_view(literal).substr(std::min(literal.find('<'), literal.size()));
  const Message& message = html.substr(0, 4) == "<!--" ? kHtmlComment : kRawHtml;
  if (!state_.reporter.takes(message)) return;
  state_.reporter.report(message, SourceSearch(state_.reporter.file(), place_of(block)).find(html), quoted(html));
}

void BlockWriter::begin_row(bool is_header) {
  state_.out.start_line();
  in_header_ = is_header;
  column_ = 0;
  if (is_header) {
    state_.out.append("<thead>\n");
  } else if (!in_body_) {
    state_.out.append("<tbody>\n");
    in_body_ = true;
  }
  state_.out.append("<tr>");
}

void BlockWriter::end_row(bool is_header) {
  state_.out.start_line();
  state_.out.append(is_header ? "</tr>\n</thead>" : "</tr>");
  in_header_ = false;
}

void BlockWriter::begin_cell(cmark_node* cell) {
  state_.out.start_line();
  state_.out.append(in_header_ ? "<th" : "<td");
  const std::string_view side = column_alignment(cmark_node_parent(cmark_node_parent(cell)), column_++);
  if (!side.empty()) {
    state_.out.append(state_.options.additions ? " class=\"align-" : " align=\"");
    state_.out.append(side);
    state_.out.append("\"");
  }
  state_.out.append(">");
}

void BlockWriter::end_table() {
  state_.out.start_line();
  state_.out.append(in_body_ ? "</tbody>\n</table>\n" : "</table>\n");
  in_body_ = false;
}

// cmark has put the definitions at the document's end, in the order of their numbers.
void BlockWriter::begin_footnote(cmark_node* definition) {
  state_.out.start_line();
  if (footnote_ == 0) begin_footnotes(definition);
  ++footnote_;
  has_back_references_ = false;
  state_.out.append("<li id=\"" + state_.options.id_prefix + "fn-" + std::to_string(footnote_) + "\">\n");
}

void BlockWriter::begin_footnotes(cmark_node* first) {
  state_.references = state_.references_seen;
  for (cmark_node* definition = first; definition != nullptr; definition = cmark_node_next(definition)) {
    TreeWalk walk(definition);
    while (walk.next()) {
      if (walk.is_entering() && kind_of(walk.node()) == NodeKind::footnote_reference) {
        ++state_.references[std::string(literal_of(walk.node()))];
      }
    }
  }
  const std::string level = std::to_string(std::clamp(1 + state_.options.heading_shift, 2, 6));
  state_.out.append("<section class=\"footnotes\" role=\"doc-endnotes\">\n<h" + level + ">");
  state_.out.add_gap(Word::footnotes);
  state_.out.append("</h" + level + ">\n<ol>\n");
}

void BlockWriter::end_footnote() {
  if (!has_back_references_) {
    write_back_references();
    state_.out.append("\n");
  }
  state_.out.append("</li>\n");
}

void BlockWriter::write_back_references() {
  has_back_references_ = true;
  const std::string number = std::to_string(footnote_);
  const int count = state_.references[number];
  for (int k = 1; k <= count; ++k) {
    const std::string suffix = k == 1 ? number : number + "-" + std::to_string(k);
    state_.out.append(fmt::format(R"( <a href="#{}fnref-{}" class="footnote-backref" role="doc-backlink" aria-label=")",
                                  state_.options.id_prefix, suffix));
    state_.out.add_gap(Word::back_to_reference);
    state_.out.append(" " + suffix + "\">↩\uFE0E");  // the arrow as a letter, not as an emoji
    if (k > 1) state_.out.append("<sup>" + std::to_string(k) + "</sup>");
    state_.out.append("</a>");
  }
}

// The lines of a block; of a cell those of its row, which for a table's head may begin in the paragraph before it.
Span BlockWriter::place_of(cmark_node* block) const {
  cmark_node* node = block;
  int last = cmark_node_get_end_line(node);
  if (kind_of(block) == NodeKind::table_cell) {
    node = cmark_node_parent(block);
    cmark_node* const next = cmark_node_next(node);
    last = cmark_node_get_start_line(node);
    if (kind_of(node) == NodeKind::table_header) {
      last = next != nullptr ? cmark_node_get_start_line(next) - 1 : cmark_node_get_end_line(cmark_node_parent(node));
    }
  }
  return state_.lines_span(cmark_node_get_start_line(node), last);
}

}  // namespace armillary::markdown
