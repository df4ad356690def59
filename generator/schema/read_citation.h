// `cite` in a schema file: `true`, or a mapping
//
//   cite:
//     type: report                                    # a type of work (citation/work.h), or by a choice:
//     type: {from: publication_type, map: {journal-article: article-journal, index: report}, other: document}
//     place: city                                     # which field holds a part; unnamed, the field of that name
#pragma once

#include "schema/citation_rule.h"
#include "schema/read_localized.h"
#include "schema/schema.h"
#include "yaml/yaml_node.h"

namespace armillary {

// Reads the value of `cite`; a kind that cannot be cited has none.
std::optional<CitationRule> read_citation(const ReadContext& context, const YamlNode& node);

// Reports fields and terms that the kind does not have; to be called when its fields are complete.
void check_citation(const Kind& kind, const SourceFile& file, Diagnostics& diagnostics);

}  // namespace armillary
