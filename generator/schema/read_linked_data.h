// Reads `jsonld` of a schema file and checks it against the kinds that have it.
#pragma once

#include "schema/linked_data.h"
#include "schema/read_localized.h"
#include "schema/schema.h"

namespace armillary {

LinkedData read_linked_data(const ReadContext& context, const YamlNode& node);

// What a child says takes the place of what its ancestor says of the same.
void inherit(LinkedData& child, const LinkedData& ancestor);

// Reports fields and terms that the kind does not have, and kinds that are none of `kinds`. `file` is where `data` was
// written.
void check_linked_data(const LinkedData& data, const Kind& kind, const std::vector<Kind>& kinds, const SourceFile& file,
                       Diagnostics& diagnostics);

}  // namespace armillary
