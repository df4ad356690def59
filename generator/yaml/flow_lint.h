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
// Repairs what it can, blanks a collection that is never closed, and hides from the parser the question marks that it
// would misread in flow style (as kHiddenQuestionMark).
FlowEnd lint_flow(LintText& text, std::size_t open, int parent_column);

// yaml-cpp 0.7 ends a plain text in flow style at any '?'; YAML 1.2 does not. No checked text holds this byte.
inline constexpr char kHiddenQuestionMark = '\x01';

// Reports what a plain text can never begin with (& * ! @ ` % | > and the like), and blanks the word. Returns
// whether it did.
bool lint_first_character(LintText& text, std::size_t at, std::size_t end);

}  // namespace armillary
