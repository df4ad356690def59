// What the commands for editors share: the whole content, drafts too, and the language to speak.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "commands/options.h"
#include "model/corpus.h"
#include "view/words.h"

namespace armillary {

// Drafts too: their ids are taken and their texts name others. Null where not even the schema can be read.
std::unique_ptr<const Corpus> load_all(const Workspace& workspace, Diagnostics& diagnostics);

// Prints what is wrong with the content; the exit status for that.
int report_errors(Diagnostics& diagnostics, const Workspace& workspace, const CommonOptions& options);

// The kind of this name or folder. Throws UsageError.
const Kind& find_kind(const Schema& schema, const std::string& name);

// The language that was named, else that of the environment (POSIX's LC_ALL, LC_MESSAGES and LANG), else the site's
// first. Throws UsageError where the site has not the one named.
LanguageIndex editor_language(const std::string& named, const Languages& languages);

// The interface's words, one for each language. What is wrong with their files is told by check.
std::vector<Words> words_of(const Workspace& workspace, const Languages& languages);

// Writes to standard output. Throws FileError where that fails.
void say(const std::string& text);

}  // namespace armillary
