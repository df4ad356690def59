// The only way from a file's characters to YAML nodes; only its source knows libyaml.
#pragma once

#include <cstddef>
#include <optional>

#include "base/diagnostic.h"
#include "base/source.h"
#include "yaml/yaml_node.h"

namespace armillary {

// Deeper nesting, or more keys and values, is refused: no content needs it, and a hostile file could
// exhaust memory or the stack.
inline constexpr std::size_t kMaxYamlDepth = 64;
inline constexpr std::size_t kMaxYamlNodes = 250'000;

// Reads one YAML document that fills `span` of `file` (a whole file, or the front matter between its
// two lines of dashes). Accepts the block and flow styles of YAML 1.2; refuses, each with its place:
// duplicate keys, anchors, aliases, tags, merge keys, several documents, keys that are not text, tabs as
// indentation, more than kMaxYamlDepth levels, more than kMaxYamlNodes nodes. The usual slips of Chinese
// writers (full-width colon, comma, quotes or space; an unquoted `标题: 副题`) get a sentence of their own.
// Returns nothing where an error was reported, unless all that was wrong were full-width characters that stand for
// ASCII ones beyond doubt: then the node is what was meant. An empty document is an empty node.
// Columns and spans are right for any UTF-8; REQUIRES text that passed check_text (base/text_check.h).
std::optional<YamlNode> read_yaml(const SourceFile& file, Span span, Diagnostics& diagnostics);

}  // namespace armillary
