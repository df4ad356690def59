// Lists in [ ] and mappings in { }.
#pragma once

#include <cstddef>

#include "yaml/lint_text.h"

namespace armillary {

struct FlowEnd {
  bool is_closed = false;
  // Behind the closing bracket; where it is never closed, the start of the line on which block style goes on.
  std::size_t end = 0;
};

// Checks the flow collection that opens at `open`, whose lines are indented by more than `parent_column`.
// Repairs what it can, blanks a collection that is never closed, and puts kStandsForQuestionMark where a plain text
// begins with a question mark.
FlowEnd lint_flow(LintText& text, std::size_t open, int parent_column);

// libyaml takes any '?' at the start of a text in flow style for the mark of a key; YAML 1.2 does not. The text as it
// is written tells whether this letter stands for one.
inline constexpr char kStandsForQuestionMark = 'q';

// Reports what a plain text can never begin with (& * ! @ ` % | > and the like), and blanks the word. Returns
// whether it did.
bool lint_first_character(LintText& text, std::size_t at, std::size_t end);

}  // namespace armillary
