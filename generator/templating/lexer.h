// Template text to tokens: tags, comments, raw text and white space control exactly as Jinja2 takes them with
// trim_blocks, lstrip_blocks and keep_trailing_newline.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "templating/token.h"

namespace armillary::templating {

// CRLF and CR become LF, as in everything a template writes.
std::string with_plain_line_ends(std::string text);

// REQUIRES: plain line ends. Reports what cannot be read and goes on behind it; the last token is `end`.
std::vector<Token> tokenize(const SourceFile& file, Diagnostics& diagnostics);

}  // namespace armillary::templating
