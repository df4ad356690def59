// A record's front matter as a whole: the fields of its kind and the keys that every record has.
#pragma once

#include "load/decode_value.h"
#include "model/record.h"

namespace armillary {

// Fills everything of `record` that stands in its front matter.
void decode_record(const RecordContext& context, const YamlNode& node, Record& record);

// Reads `translation` out of a language file's front matter; everything else there is reported.
void decode_translation(const ReadContext& context, const YamlNode& node, std::string_view main_file, Body& body);

// A plain page's front matter: `title` and perhaps `summary`.
void decode_page(const ReadContext& context, const YamlNode& node, Page& page);

}  // namespace armillary
