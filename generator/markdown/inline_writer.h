// Writes the inlines of one block as HTML and gaps.
#pragma once

#include <string_view>

#include "markdown/bare_link.h"
#include "markdown/document_state.h"
#include "markdown/inline_list.h"
#include "markdown/source_search.h"

namespace armillary::markdown {

class InlineWriter {
 public:
  // `search` looks through the block's lines for what has to be reported.
  InlineWriter(DocumentState& state, const InlineList& list, SourceSearch& search)
      : state_(state), list_(list), search_(search) {}

  void write();

 private:
  void write_entry(std::size_t& i);
  void write_text(std::string_view text);
  void write_text_with_links(std::string_view text);
  void write_bare_link(const BareLink& link, std::string_view shown);
  void write_code(std::string_view text);
  void write_soft_break(std::size_t i);
  void write_raw_html(std::string_view html);
  void write_footnote_reference(std::string_view number);
  void begin_link(const Inline& link);
  void end_link();
  void write_image(std::size_t& i);
  void write_record_link(std::size_t& i);

  bool may_link_to(const Inline& link, bool is_image);
  void write_address(const Inline& link, bool is_image);
  void write_fragment(const Inline& link);
  void write_title(std::string_view title);
  void report_image_without_alt(const Inline& image);
  Span address_span(const Inline& link);
  std::string alt_of(std::size_t begin, std::size_t end) const;

  DocumentState& state_;
  const InlineList& list_;
  SourceSearch& search_;
  bool in_link_ = false;     // of the text, wherever it points
  bool has_anchor_ = false;  // whether that link is written
  bool has_reported_tag_ = false;
  char32_t before_ = 0;  // the last character shown; see joins_lines()
};

}  // namespace armillary::markdown
