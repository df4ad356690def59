// content/site.yaml. It is read in two steps, because its languages are needed to read everything else and the
// kinds that its views name are known only later.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "model/site_file.h"
#include "schema/schema.h"

namespace armillary {

// The address with a slash at its end, or nothing where it is no http(s) address without query and fragment.
std::optional<std::string> normal_base_url(std::string_view address);

// Nothing where the file is no YAML or names no usable language; other mistakes leave the rest usable.
std::optional<SiteFile> decode_site(SourceFile file, Diagnostics& diagnostics);

// Checks what the site file says about kinds and fields: views, their columns, the order of kinds.
void check_site(const SiteFile& site, const Schema& schema, Diagnostics& diagnostics);

}  // namespace armillary
