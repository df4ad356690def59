// Markdown that stands inside YAML.
#pragma once

#include <optional>

#include "model/record.h"
#include "schema/read_localized.h"
#include "yaml/yaml_node.h"

namespace armillary {

// A field of type markdown: one text, or one a language where the field is localized. Places in diagnostics
// are exact where the text stands in the file as it is (a plain or simply quoted line), else the text's beginning.
std::optional<Datum> decode_markdown(const ReadContext& context, const Field& field, const YamlNode& node);

}  // namespace armillary
