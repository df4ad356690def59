#include "commands/diagnostics_out.h"

#include <unistd.h>

#include <cstdio>

namespace armillary {

void print_to_standard_error(Diagnostics diagnostics, const Translation& translation, const CommonOptions& options) {
  const bool colour = options.format == DiagnosticFormat::text && isatty(STDERR_FILENO) != 0;
  diagnostics.reword([&](const Diagnostic& diagnostic) { return translation.say(diagnostic); });
  const std::string text = print_diagnostics(diagnostics, {options.format, colour, ARMILLARY_VERSION, &translation});
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace armillary
