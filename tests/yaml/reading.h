// What the tests of this room ask of read_yaml.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "support/show_diagnostics.h"
#include "yaml/read_yaml.h"

namespace armillary {

struct Reading {
  SourceFile file;
  std::optional<YamlNode> root;
  std::string reports;  // as show() gives them
};

inline Reading read_text(std::string text) {
  Reading reading{{"a.yaml", std::move(text)}, {}, {}};
  Diagnostics diagnostics;
  const Span all{0, static_cast<std::uint32_t>(reading.file.text.size())};
  reading.root = read_yaml(reading.file, all, diagnostics);
  reading.reports = show(std::move(diagnostics));
  return reading;
}

}  // namespace armillary
