// What the command line says about pages.
#pragma once

#include <string>

#include "commands/options.h"
#include "output/render_site.h"

namespace armillary {

// The address that --base-url gives, with a slash at its end, or else `otherwise`. Throws UsageError.
std::string base_url_of(const CommonOptions& options, const std::string& otherwise);

RenderOptions render_options(const CommonOptions& options, const Workspace& workspace, std::string base_url);

}  // namespace armillary
