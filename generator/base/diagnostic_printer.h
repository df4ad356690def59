// Diagnostics for people and for programs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/translation.h"

namespace armillary {

enum class DiagnosticFormat {
  text,    // one a line like a compiler's, then the source line and a caret; a count at the end
  json,    // an array of objects: path, line, column, endColumn, severity, code, message
  github,  // workflow commands that GitHub shows beside the lines of a change
  sarif,   // SARIF 2.1.0
};

struct PrintOptions {
  DiagnosticFormat format = DiagnosticFormat::text;
  bool colour = false;                       // of the text format: escape sequences for a terminal
  std::string tool_version;                  // of the sarif format; left out where empty
  const Translation* translation = nullptr;  // of the count at the end; English without
};

// Source lines wider than this many terminal columns are cut to the part around the caret.
inline constexpr std::size_t kMaxPrintedWidth = 120;

// All diagnostics in the order they have, as UTF-8 that ends with a line end; the text format gives nothing for none.
// Columns count characters from 1; endColumn is one past the last. What belongs to no line has null for line and
// columns in JSON and no region in SARIF. Control and other invisible characters from the files are made visible as
// <U+202E>, so that no file can play tricks with a terminal. The words error and warning stand in every language:
// programs look for them.
std::string print_diagnostics(const Diagnostics& diagnostics, const PrintOptions& options);

// "2 errors, 1 warning"; empty for none of either.
std::string summary_of(const Diagnostics& diagnostics, const Translation& translation = {});

}  // namespace armillary
