// From the files under content/schema/ and content/vocabularies/ to a Schema.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/language.h"
#include "base/source.h"
#include "schema/schema.h"

namespace armillary {

using Vocabularies = std::map<std::string, std::vector<Term>, std::less<>>;

// Reads vocabularies; a file's stem is its name. A term is `id: {label: …, definition: …}` or `id: label`, the
// label once a language or one for all; the whole may stand under the key `terms`.
Vocabularies read_vocabularies(const std::vector<SourceFile>& files, const Languages& languages,
                               Diagnostics& diagnostics);

// Reads schema files; a file's stem is the name that `extends` uses. Reports everything that contradicts itself
// (contract section 2 lists the keys). `label`, `help`, `inverse` and `unit` may be one text for all languages.
Schema read_schema(const std::vector<SourceFile>& files, const Vocabularies& vocabularies, const Languages& languages,
                   Diagnostics& diagnostics);

// Record keys that no field may take.
bool is_reserved_key(std::string_view name);

}  // namespace armillary
