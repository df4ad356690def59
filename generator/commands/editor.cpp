#include "commands/editor.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string_view>

#include "base/file_system.h"
#include "base/suggest.h"
#include "commands/diagnostics_out.h"
#include "commands/messages.h"
#include "load/load.h"
#include "output/static_files.h"

namespace armillary {
namespace {

// The site's language that the environment names.
std::optional<LanguageIndex> language_of_environment(const Languages& languages) {
  for (const std::string& wanted : languages_of_environment()) {
    for (LanguageIndex i = 0; i < languages.size(); ++i) {
      const std::string& tag = languages[i].tag;
      if (languages[i].key == wanted || tag == wanted || tag.substr(0, tag.find('-')) == wanted) return i;
    }
  }
  return std::nullopt;
}

}  // namespace

std::unique_ptr<const Corpus> load_all(const Workspace& workspace, Diagnostics& diagnostics) {
  return load_corpus({workspace.content, workspace.content_name, true, workspace.jobs}, diagnostics);
}

int report_errors(Diagnostics& diagnostics, const Workspace& workspace, const CommonOptions& options) {
  diagnostics.sort();
  print_to_standard_error(diagnostics, workspace.translation, options);
  return 1;
}

void say(const std::string& text) {
  const bool is_written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
  if (!is_written) throw FileError("", std::string("cannot write to standard output: ") + std::strerror(errno));
}

const Kind& find_kind(const Schema& schema, const std::string& name) {
  if (const Kind* kind = schema.find_kind(name)) return *kind;
  if (const Kind* kind = schema.find_folder(name)) return *kind;
  const std::vector<std::string_view> names = schema.kind_names();
  const std::string near = did_you_mean(name, names);
  throw UsageError{"no kind '" + name + "'" + (near.empty() ? "; the kinds are " + list_of(names) : near)};
}

LanguageIndex editor_language(const std::string& named, const Languages& languages) {
  if (named.empty()) return language_of_environment(languages).value_or(0);
  if (const auto language = find_language(languages, named)) return *language;
  std::vector<std::string_view> keys;
  for (const Language& language : languages) keys.emplace_back(language.key);
  throw UsageError{"no language '" + named + "'; the site's languages are " + list_of(keys)};
}

std::vector<Words> words_of(const Workspace& workspace, const Languages& languages) {
  std::vector<SourceFile> files;
  for (const FoundFile& found : find_files({{workspace.templates, ""}, {workspace.installed + "/templates", ""}})) {
    const bool is_words = found.name.starts_with("strings/") && found.name.ends_with(".yaml");
    if (is_words) files.push_back({found.name, read_file(found.path)});
  }
  Diagnostics ignored;
  return read_words(files, languages, ignored);
}

}  // namespace armillary
