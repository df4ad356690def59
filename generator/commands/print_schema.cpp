#include "commands/print_schema.h"

#include "base/file_system.h"
#include "commands/editor.h"
#include "upkeep/record_schema.h"

namespace armillary {
namespace {

std::string dump(const nlohmann::ordered_json& schema) { return schema.dump(1, ' ') + "\n"; }

// A file that would not change is left alone: editors read it again when it changes.
void write_if_new(const std::string& path, const std::string& text) {
  if (!file_exists(path) || read_file(path) != text) write_file(path, text);
}

}  // namespace

int print_schema(const Arguments& arguments) {
  const Workspace workspace = find_workspace(arguments.common, Place::of_content_only);
  Diagnostics diagnostics;
  const auto corpus = load_all(workspace, diagnostics);
  if (corpus == nullptr) return report_errors(diagnostics, workspace, arguments.common);
  const LanguageIndex editor = editor_language(arguments.language, corpus->site.languages);
  const std::vector<Words> words = words_of(workspace, corpus->site.languages);
  const SchemaLanguage language{editor, words[editor]};
  if (!arguments.folder.empty()) {
    make_folders(arguments.folder);
    for (const Kind& kind : corpus->schema.kinds) {
      if (!arguments.kind.empty() && &kind != &find_kind(corpus->schema, arguments.kind)) continue;
      write_if_new(arguments.folder + "/" + kind.name + ".json", dump(record_schema(kind, *corpus, language)));
    }
  } else if (arguments.kind.empty()) {
    say(dump(schema_of_all_kinds(*corpus, language)));
  } else {
    say(dump(record_schema(find_kind(corpus->schema, arguments.kind), *corpus, language)));
  }
  return 0;
}

}  // namespace armillary
