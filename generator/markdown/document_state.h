// What the writers of one document share while it is written.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "markdown/document.h"
#include "markdown/heading_ids.h"
#include "markdown/html_writer.h"
#include "markdown/markdown_bounds.h"
#include "markdown/marks.h"
#include "markdown/parse_markdown.h"
#include "markdown/plain_text_writer.h"
#include "markdown/reporter.h"

namespace armillary::markdown {

// A link to "#fragment" of its own document, checked when all ids are known.
struct FragmentLink {
  std::string fragment;
  Span span;
};

struct DocumentState {
  const Options& options;
  Span span;  // of the text in its file
  const LineStarts& lines;
  const std::vector<Token>& tokens;  // their offsets count from the span's begin
  bool is_marked = false;            // whether the tree's strings may hold marks
  Reporter& reporter;
  HtmlWriter& out;
  PlainTextWriter& plain;
  HeadingIds ids;
  std::vector<FragmentLink> fragment_links;
  std::unordered_map<std::string, int> references;       // to each footnote, by its number
  std::unordered_map<std::string, int> references_seen;  // so far

  // The part of the file that these lines fill, counted from 1 as cmark does.
  Span lines_span(int first, int last) const;
};

}  // namespace armillary::markdown
