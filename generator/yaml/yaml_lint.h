// An editor's usual slips, found before the parser sees the text. The parser stops at the first thing it cannot
// read and often points at the line behind it; this pass walks all lines, knows what a slip looks like, and goes on.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/source.h"

namespace armillary {

struct LintedYaml {
  // For the parser: of the same length as what is written, with slips repaired or blanked. It differs only where an
  // error was reported, and for two shortcomings of libyaml: a letter stands for a question mark at the start of a text
  // in flow style (flow_lint.h), and tabs on lines without text are spaces.
  std::string text;
  bool is_sound = true;  // says what its writer meant: all errors were full-width characters beyond doubt
};

// Reports every slip in the YAML document at `span` of `file`.
LintedYaml lint_yaml(const SourceFile& file, Span span, Diagnostics& diagnostics);

}  // namespace armillary
