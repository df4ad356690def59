// Diagnostics as tests compare them: one a line, in order of place, with place, text and code.
#pragma once

#include <string>

#include "base/diagnostic.h"

namespace armillary {

// "LINE:COLUMN-END: error: TEXT [CODE]\n" for each; END is one past the last marked character.
inline std::string show(Diagnostics diagnostics) {
  diagnostics.sort();
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) {
    const char* severity = d.severity == Severity::error ? "error" : "warning";
    out += fmt::format("{}:{}-{}: {}: {} [{}]\n", d.line, d.column, d.end_column, severity, d.text, d.code);
  }
  return out;
}

}  // namespace armillary
