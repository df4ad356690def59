// What the tests of this room ask of read_schema and read_vocabularies.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "schema/read_schema.h"
#include "support/show_diagnostics.h"

namespace armillary {

// Chinese is the default language, English the second.
inline Languages two_languages() { return {{"zh", "zh-Hans", "中文", false}, {"en", "en", "English", false}}; }

struct SchemaReading {
  Vocabularies vocabularies;
  Schema schema;
  std::string reports;  // as show() gives them
};

inline SchemaReading read_all(const std::vector<SourceFile>& schemas, const std::vector<SourceFile>& vocabularies = {},
                              const Languages& languages = two_languages()) {
  SchemaReading reading;
  Diagnostics diagnostics;
  reading.vocabularies = read_vocabularies(vocabularies, languages, diagnostics);
  reading.schema = read_schema(schemas, reading.vocabularies, languages, diagnostics);
  reading.reports = show(std::move(diagnostics));
  return reading;
}

// `content/schema/NAME.yaml`.
inline SourceFile schema_file(const std::string& name, std::string text) {
  return {"content/schema/" + name + ".yaml", std::move(text)};
}
inline SourceFile vocabulary_file(const std::string& name, std::string text) {
  return {"content/vocabularies/" + name + ".yaml", std::move(text)};
}

// A whole schema file of one kind with a title, and these lines under `fields` (each with its two spaces).
inline SourceFile kind_file(const std::string& name, const std::string& fields, const std::string& more = "") {
  return schema_file(name, "kind: " + name + "\nfolder: " + name + "s\nlabel: " + name + "\n" + more +
                               "fields:\n  title: {type: text, localized: true}\n" + fields);
}

inline std::vector<std::string> names_of(const std::vector<Field>& fields) {
  std::vector<std::string> out;
  for (const Field& field : fields) out.push_back(field.name.value);
  return out;
}

}  // namespace armillary
