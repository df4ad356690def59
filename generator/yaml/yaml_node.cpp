#include "yaml/yaml_node.h"

#include <algorithm>

namespace armillary {

const YamlNode* YamlNode::find(std::string_view key) const {
  const auto found =
      std::find_if(entries.begin(), entries.end(), [&](const YamlEntry& entry) { return entry.key.value == key; });
  return found == entries.end() ? nullptr : &found->value;
}

std::string_view describe(const YamlNode& node) {
  switch (node.type) {
    case YamlNode::Type::empty:
      return "nothing";
    case YamlNode::Type::scalar:
      return "text";
    case YamlNode::Type::sequence:
      return "a list";
    case YamlNode::Type::mapping:
      return "a mapping";
  }
  return "nothing";
}

}  // namespace armillary
