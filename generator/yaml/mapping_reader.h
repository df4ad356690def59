// The one way to read a mapping whose keys are known: every kind of mapping gets the same messages for
// missing, unknown and wrongly typed keys.
//
//   MappingReader reader(node, file, diagnostics);
//   auto label = reader.take_text("label");
//   const YamlNode* fields = reader.require("fields");
//   reader.finish();
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "yaml/yaml_node.h"

namespace armillary {

// Refers to all three things it is made from; they must outlive it.
class MappingReader {
 public:
  // Reports a node that is no mapping; such a reader then finds no key and reports nothing more.
  MappingReader(const YamlNode& node, const SourceFile& file, Diagnostics& diagnostics);

  bool is_mapping() const { return node_.is_mapping(); }

  // Makes a key known and gives its value; null where the key does not stand. A key without a value gives an
  // empty node.
  const YamlNode* take(std::string_view key);

  // As take; a key that does not stand is reported at the mapping's first character.
  const YamlNode* require(std::string_view key);

  // take and the function below of the same name. Nothing where the key does not stand and where its value is
  // wrong; the latter is reported.
  std::optional<Located<std::string>> take_text(std::string_view key);
  std::optional<std::vector<Located<std::string>>> take_text_list(std::string_view key);

  // Reports every key of the mapping that was never taken. To be called once, after the last take.
  void finish();

 private:
  const YamlNode& node_;
  const SourceFile& file_;
  Diagnostics& diagnostics_;
  std::vector<std::string> known_;
};

// Each reads one value by the type that is due, never by YAML's guesses, or reports what it found instead.
// Text: any scalar as it is written, quoted or not.
std::optional<Located<std::string>> read_text(const YamlNode& node, const SourceFile& file, Diagnostics& diagnostics);

// `true` or `false`, without quotes; no other spelling.
std::optional<Located<bool>> read_boolean(const YamlNode& node, const SourceFile& file, Diagnostics& diagnostics);

// A list of texts; a single text is not taken for a list of one. An item that is no text is reported and the
// whole list is nothing.
std::optional<std::vector<Located<std::string>>> read_text_list(const YamlNode& node, const SourceFile& file,
                                                                Diagnostics& diagnostics);

}  // namespace armillary
