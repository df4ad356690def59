#include "commands/editor.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string_view>

#include "base/file_system.h"
#include "base/suggest.h"
#include "commands/diagnostics_out.h"
#include "load/load.h"
#include "output/static_files.h"

namespace armillary {
namespace {

// The language that POSIX's variables name, as in zh_CN.UTF-8.
std::optional<LanguageIndex> language_of_environment(const Languages& languages) {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): before any thread
    if (value == nullptr || *value == '\0') continue;
    std::string locale(value);
    locale = locale.substr(0, locale.find_first_of(".@"));
    std::replace(locale.begin(), locale.end(), '_', '-');
    const std::string primary = locale.substr(0, locale.find('-'));
    for (const std::string& wanted : {locale, primary}) {
      for (LanguageIndex i = 0; i < languages.size(); ++i) {
        const std::string& tag = languages[i].tag;
        if (languages[i].key == wanted || tag == wanted || tag.substr(0, tag.find('-')) == wanted) return i;
      }
    }
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::unique_ptr<const Corpus> load_all(const Workspace& workspace, Diagnostics& diagnostics) {
  return load_corpus({workspace.content, workspace.content_name, true, workspace.jobs}, diagnostics);
}

int report_errors(Diagnostics& diagnostics, const CommonOptions& options) {
  diagnostics.sort();
  print_to_standard_error(diagnostics, options);
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
