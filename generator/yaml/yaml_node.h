// YAML as an editor wrote it: texts with their places, nothing guessed. What a scalar means is decided
// later, by the schema: `no` is the text "no", `017` the text "017".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace armillary {

struct YamlEntry;

// A value type: owns everything below it. `span` covers the characters of a scalar as written (with its
// quotes), and of a collection from its first to its last character; an empty value has the place just behind its key's
// colon.
struct YamlNode {
  enum class Type { empty, scalar, sequence, mapping };

  Type type = Type::empty;  // empty: nothing written, `~` or an unquoted `null`
  Span span;
  bool quoted = false;             // in '…' or "…": a quoted "no" differs from a plain no for some messages
  std::string text;                // of a scalar, escapes undone, UTF-8
  std::vector<YamlNode> items;     // of a sequence
  std::vector<YamlEntry> entries;  // of a mapping, in the order written; keys are unique

  bool is_empty() const { return type == Type::empty; }
  bool is_scalar() const { return type == Type::scalar; }
  bool is_sequence() const { return type == Type::sequence; }
  bool is_mapping() const { return type == Type::mapping; }

  // The value under a key of a mapping, or null. Valid as long as this node stands unchanged.
  const YamlNode* find(std::string_view key) const;
};

struct YamlEntry {
  Located<std::string> key;
  YamlNode value;
};

// "text", "a list", "a mapping", "nothing": for messages.
std::string_view describe(const YamlNode& node);

}  // namespace armillary
