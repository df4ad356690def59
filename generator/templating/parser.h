// A template's text to its tree.
#pragma once

#include "base/diagnostic.h"
#include "templating/ast.h"

namespace armillary::templating {

// Tags nested deeper are an error.
inline constexpr std::size_t kMaxTagDepth = 50;

// Reports every error of grammar, going on behind the tag it is in. After an error the tree has gaps.
// REQUIRES: plain line ends (lexer.h).
ast::Body parse_template(const SourceFile& file, Diagnostics& diagnostics);

}  // namespace armillary::templating
