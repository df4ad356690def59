// The files of a record that an editor is about to write: its fields, empty, each with what it is for.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "base/partial_date.h"
#include "schema/schema.h"
#include "view/words.h"

namespace armillary {

struct NewRecord {
  const Kind& kind;
  std::string id;
  const Languages& languages;
  LanguageIndex editor;  // the language of the comments
  const Words& words;    // of that language
  PartialDate today;
  bool has_text = true;  // with files for a text in each language
};

struct NewFile {
  std::string path;  // relative to content/
  std::string text;
};

// Required fields stand first and are empty; the others are commented out. Each has its label, its help and what it
// takes as a comment. Fields in the schema's order; those that are derived are left out. Once the required ones are
// filled the record has no error.
std::vector<NewFile> new_record_files(const NewRecord& record);

}  // namespace armillary
