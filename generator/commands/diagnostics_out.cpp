#include "commands/diagnostics_out.h"

#include <unistd.h>

#include <cstdio>

namespace armillary {

void print_to_standard_error(const Diagnostics& diagnostics, const CommonOptions& options) {
  const bool colour = options.format == DiagnosticFormat::text && isatty(STDERR_FILENO) != 0;
  const std::string text = print_diagnostics(diagnostics, {options.format, colour, ARMILLARY_VERSION});
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace armillary
