// The views of site.yaml.
#pragma once

#include <vector>

#include "model/site_file.h"
#include "schema/read_localized.h"
#include "yaml/yaml_node.h"

namespace armillary {

std::vector<ViewFile> decode_views(const ReadContext& context, const YamlNode& node);

}  // namespace armillary
