// JSON Schema (2020-12) of a kind's records, so that editors can complete fields and ids and mark mistakes.
#pragma once

#include <nlohmann/json.hpp>

#include "model/corpus.h"
#include "view/words.h"

namespace armillary {

// For an editor every spelling of a value is allowed, and references are completed from the ids that there are. For a
// form each value has one spelling, and fields say under `x-field` what a form needs to know: {type, many, localized,
// sourced, required, to}. Every record that the second allows, the first allows.
enum class SchemaUse { editor, form };

struct SchemaLanguage {
  LanguageIndex index = 0;  // of labels and helps
  const Words& words;
  SchemaUse use = SchemaUse::editor;
};

// What a record of this kind may hold, with labels and helps as titles and descriptions, the options of choices and,
// for references, the ids of the records there are. Never refuses what check accepts; what JSON Schema cannot say
// (patterns of ICU's own, dates of the calendar, files, what other records hold) it lets pass.
nlohmann::ordered_json record_schema(const Kind& kind, const Corpus& corpus, const SchemaLanguage& language);

// The schemas of all kinds under $defs, each a resource of its own, named KIND.json.
nlohmann::ordered_json schema_of_all_kinds(const Corpus& corpus, const SchemaLanguage& language);

}  // namespace armillary
