// What every text file must be before anything reads it as YAML, Markdown or a template.
#pragma once

#include "base/diagnostic.h"
#include "base/source.h"

namespace armillary {

// Reports, each at its place: bytes that are not UTF-8, a byte order mark, NUL and other control characters,
// zero-width and bidirectional control characters (U+200C and U+200D are allowed between letters of scripts
// that need them, U+200D in emoji), private-use characters, U+2028 and U+2029. CRLF line ends are fine. At most
// kMaxPerFile reports a file. Returns whether the text may be read on.
bool check_text(const SourceFile& file, Diagnostics& diagnostics);

}  // namespace armillary
