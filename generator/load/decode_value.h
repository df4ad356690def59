// The value of one field, from YAML to its type.
#pragma once

#include <string>
#include <vector>

#include "model/record.h"
#include "schema/read_localized.h"
#include "yaml/yaml_node.h"

namespace armillary {

// What decoding one record's front matter needs. Refers to its parts, which must outlive it.
struct RecordContext {
  ReadContext yaml;
  const Kind& kind;
  std::string folder_on_disk;             // the record's folder, for files beside it
  std::string folder;                     // the same, relative to content/
  std::vector<std::string>& attachments;  // files that fields name are added here, relative to content/
};

// Decodes a mapping of fields: reports unknown, missing, empty and wrong ones, and returns the right ones in the
// schema's order. `ignored` are keys of the mapping that are read elsewhere.
Group decode_fields(const RecordContext& context, const YamlNode& node, const std::vector<Field>& fields,
                    const std::vector<std::string_view>& ignored);

// A reference to a record, written as its id.
std::optional<Located<std::string>> decode_id(const ReadContext& context, const YamlNode& node);

std::optional<PartialDate> decode_date(const ReadContext& context, const YamlNode& node);

// An absolute http or https address.
std::optional<std::string> decode_address(const ReadContext& context, const YamlNode& node);

// Reports a text that is missing in every language, or in some.
void report_missing_languages(const ReadContext& context, const LocalizedText& text, Span span, std::string_view name);

// One text for all languages, or one a language.
LocalizedText decode_place(const ReadContext& context, const YamlNode& node);

}  // namespace armillary
