#include "commands/version.h"

#include <fmt/format.h>

#include "git_version.h"

namespace armillary {

std::string version_text() {
  const std::string state = ARMILLARY_GIT_VERSION;
  return fmt::format("armillary {}\nsources: {}\ncompiler: {} {}\nlibraries: {}", ARMILLARY_VERSION,
                     state.empty() ? "not from a git repository" : "git " + state, ARMILLARY_COMPILER,
                     ARMILLARY_COMPILER_VERSION, ARMILLARY_LIBRARIES);
}

}  // namespace armillary
