// JSON Schema (2020-12) of a kind's records, so that editors can complete fields and ids and mark mistakes.
#pragma once

#include <nlohmann/json.hpp>

#include "model/corpus.h"
#include "view/words.h"

namespace armillary {

struct SchemaLanguage {
  LanguageIndex index = 0;  // of labels and helps
  const Words& words;
};

// What a record of this kind may hold, with labels and helps as titles and descriptions, the options of choices and,
// for references, the ids of the records there are. Never refuses what check accepts; what JSON Schema cannot say
// (patterns of ICU's own, dates of the calendar, files, what other records hold) it lets pass.
nlohmann::ordered_json record_schema(const Kind& kind, const Corpus& corpus, const SchemaLanguage& language);

// The schemas of all kinds under $defs, each a resource of its own, named KIND.json.
nlohmann::ordered_json schema_of_all_kinds(const Corpus& corpus, const SchemaLanguage& language);

}  // namespace armillary
