// What a view may name: the same rules for site.yaml and for a ```view block in a text.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/site_file.h"
#include "schema/schema.h"

namespace armillary {

std::optional<ViewType> view_type_named(std::string_view name);

// Every name that view_type_named knows, in the order in which messages list them.
const std::vector<std::string_view>& view_type_names();

// Reports kinds and fields that the schema does not have, and fields of a type that the view cannot show.
void check_view(const ViewFile& view, const SourceFile& file, const Schema& schema, Diagnostics& diagnostics);

}  // namespace armillary
