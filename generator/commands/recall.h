// What a build knows before it begins: of the one before it, if the site that this one left still stands.
#pragma once

#include <optional>
#include <string>

#include "commands/options.h"
#include "output/last_build.h"

namespace armillary {

struct Recalled {
  std::string settings;  // of this build, as in LastBuild
  std::string path;      // where the next build will look for what this one leaves; empty: nothing is to be left
  std::optional<LastBuild> last;
};

// Nothing is left, and nothing known, with --no-cache, with drawn cards (files that come and go without us), and where
// there is no cache. Nothing is known where settings, templates, static files or the site have changed; templates and
// static files are looked at so that nothing is done in vain, and must be compared again when they are used. Checks,
// which write nowhere, know of the last check, whatever became of the site. Throws FileError where those cannot be
// read, UsageError where the environment names no day.
Recalled recall_last_build(const CommonOptions& options, const Workspace& workspace, Writing writing);

}  // namespace armillary
