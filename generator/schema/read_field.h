// One field of a schema file.
#pragma once

#include "schema/read_localized.h"
#include "schema/read_schema.h"

namespace armillary {

// Reads `name: {type: …, …}`. References to kinds stay as written: they are checked when all kinds are known.
Field read_field(const ReadContext& context, const Located<std::string>& name, const YamlNode& node,
                 const Vocabularies& vocabularies, bool in_group);

// Reads the terms of `options` or of a vocabulary.
std::vector<Term> read_terms(const ReadContext& context, const YamlNode& node);

}  // namespace armillary
