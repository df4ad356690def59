// Texts in quotes, in block and flow style alike.
#pragma once

#include <cstddef>

#include "yaml/lint_text.h"

namespace armillary {

// Checks the quoted scalar that opens at `open` and may run over lines that are indented by more than
// `parent_column`. Returns the offset behind its closing quote; npos, after a report, where it is never closed, which
// a line that stands too far left proves.
std::size_t lint_quoted(LintText& text, std::size_t open, int parent_column);

// Reports a plain text that an editor meant to quote with other marks than YAML's: `piece` begins at `begin`. With
// `whole_is_enough`, “…” around it is proof; without, only marks that no text has, or two that do not match.
void lint_curly_quotes(LintText& text, std::size_t begin, std::string_view piece, bool whole_is_enough);

}  // namespace armillary
