// Markdown as contract section 3 has it: CommonMark and GFM tables, strikethrough, autolinks and footnotes,
// parsed by cmark-gfm, with our additions on its tree. The only file that knows cmark-gfm is parse_markdown.cpp
// and what it includes from this folder.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/source.h"
#include "markdown/document.h"

namespace armillary::markdown {

struct Options {
  // Put before every id that the document makes (footnotes, headings), so that several documents can
  // stand on one page.
  std::string id_prefix;
  // Off: CommonMark and tables as cmark-gfm's own renderer writes them, for the tests against its specification.
  // Headings are not listed then, and footnotes keep our form.
  bool additions = true;
  // Added to every heading's level (at most 6): a page's own title is its only <h1>.
  int heading_shift = 0;
  // Whether the document keeps its plain text; links need none.
  bool plain_text = true;
};

// Parses `span` of `file`. Safe from any number of threads at once, linear in time. The rules, for editors, are in
// generator/markdown/README.md; everything it may report is in markdown_messages.h, at most a hundred errors and a
// hundred warnings of one text. A text over the bounds of markdown_bounds.h gives an empty document and an error.
// REQUIRES text that passed check_text.
Document parse_markdown(const SourceFile& file, Span span, const Options& options, Diagnostics& diagnostics);

}  // namespace armillary::markdown
