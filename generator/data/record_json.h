// A record as open data: everything that its page knows, in all languages at once. README.md describes the form, and
// json_schema.h makes the schema that it follows.
#pragma once

#include <string>
#include <string_view>

#include "data/data_source.h"
#include "data/json_writer.h"

namespace armillary {

// One line without a line end.
std::string record_json(const DataSource& source, RecordIndex index);

// A field's value, a group's entries included. `folder` is the record's, for its files.
void append_field(JsonWriter& json, const DataSource& source, const FieldValue& value, std::string_view folder);

// A group's entry as an object.
void append_group(JsonWriter& json, const DataSource& source, const Group& group, std::string_view folder);

// Whether a field's values stand in an array.
bool is_list(const Field& field);

// Whether a value is {"zh": …, "en": …}. A title always is, also where its schema does not ask for it.
bool is_by_language(const Field& field);

// The Markdown of a body as the editor wrote it, without blank lines at its ends.
std::string_view markdown_of(const Site& site, const Body& body);

}  // namespace armillary
