#include "commands/edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string_view>

#include "base/file_system.h"
#include "base/suggest.h"
#include "commands/editor.h"
#include "commands/today.h"
#include "editing/file_changes.h"
#include "editing/known_ids.h"
#include "editing/new_record.h"
#include "editing/rename.h"
#include "link/link.h"

namespace armillary {
namespace {

// --- new

// A new record's dates are today's; reproducible where SOURCE_DATE_EPOCH is set.
PartialDate today() {
  if (const auto day = day_of_environment()) return *day;
  using Days = std::chrono::duration<std::int32_t, std::ratio<86'400>>;
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return PartialDate(point_of_day(std::chrono::duration_cast<Days>(since_1970).count()));
}

// --- rename

std::string plural(std::size_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

RecordIndex find_record(const Corpus& corpus, const std::string& id) {
  if (const auto index = corpus.find(id)) return *index;
  const std::string reason = why_not(id, corpus);
  if (!reason.empty()) throw UsageError{"no record '" + id + "': it " + reason};
  throw UsageError{"no record '" + id + "'" + did_you_mean(id, corpus.ids())};
}

void check_new_id(const Corpus& corpus, const Record& record, const std::string& new_id) {
  if (new_id == record.id) throw UsageError{"'" + new_id + "' is its id already"};
  const bool was_its_own = std::any_of(record.aliases.begin(), record.aliases.end(),
                                       [&](const auto& alias) { return alias.value == new_id; });
  const std::string reason = why_not(new_id, corpus);
  if (!reason.empty() && !was_its_own) throw UsageError{"'" + new_id + "' " + reason};
}

void say_changes(const std::vector<RenamedFile>& files, const Arguments& arguments, const Translation& words) {
  std::size_t references = 0;
  for (const RenamedFile& file : files) {
    const FileChange& change = file.change;
    const std::string name = change.path == change.new_path ? change.path : change.path + " -> " + change.new_path;
    say(name + (file.references == 0 ? "\n" : ": " + words.say(plural(file.references, "reference")) + "\n"));
    references += file.references;
  }
  const std::string summary =
      fmt::format("{} '{}' to '{}': {}, {}; '{}' stays as an alias", arguments.dry_run ? "would rename" : "renamed",
                  arguments.old_id, arguments.new_id, plural(files.size(), "file"), plural(references, "reference"),
                  arguments.old_id);
  say(words.say(summary) + "\n");
}

}  // namespace

int make_record(const Arguments& arguments) {
  const Workspace workspace = find_workspace(arguments.common, Place::of_content_only);
  Diagnostics diagnostics;
  const auto corpus = load_all(workspace, diagnostics);
  if (corpus == nullptr) return report_errors(diagnostics, workspace, arguments.common);
  const Kind& kind = find_kind(corpus->schema, arguments.kind);
  if (const std::string reason = why_not(arguments.id, *corpus); !reason.empty()) {
    const bool is_taken = reason.starts_with("is ");
    throw UsageError{"'" + arguments.id + "' " + reason +
                     (is_taken ? "; '" + free_id_near(arguments.id, *corpus) + "' is free" : "")};
  }
  const Languages& languages = corpus->site.languages;
  const LanguageIndex editor = editor_language(arguments.language, languages);
  const std::vector<Words> words = words_of(workspace, languages);
  std::vector<FileChange> changes;
  make_folders(workspace.content + "/" + kind.folder);
  std::string names;
  for (NewFile& file :
       new_record_files({kind, arguments.id, languages, editor, words[editor], today(), !arguments.no_text})) {
    changes.push_back({"", workspace.content + "/" + file.path, std::move(file.text)});
    names += workspace.content_name + "/" + file.path + "\n";
  }
  apply_changes(changes);
  say(names);
  return 0;
}

int rename_record(const Arguments& arguments) {
  const Workspace workspace = find_workspace(arguments.common, Place::of_content_only);
  Diagnostics diagnostics;
  auto corpus = load_all(workspace, diagnostics);
  if (corpus == nullptr) return report_errors(diagnostics, workspace, arguments.common);
  const Site site = link_site(std::move(corpus), day_of_environment(), workspace.jobs, diagnostics);
  const Corpus& all = *site.corpus;
  const RecordIndex record = find_record(all, arguments.old_id);
  check_new_id(all, all.records[record], arguments.new_id);
  // Where something cannot be read, a reference might stand.
  if (diagnostics.has_errors()) return report_errors(diagnostics, workspace, arguments.common);
  Diagnostics unclear;
  std::vector<RenamedFile> files = plan_rename(all, record, arguments.new_id, unclear);
  if (unclear.has_errors()) return report_errors(unclear, workspace, arguments.common);
  if (!arguments.dry_run) {
    std::vector<FileChange> changes;
    changes.reserve(files.size());
    const std::size_t prefix = workspace.content_name.size();
    for (const RenamedFile& file : files) {
      changes.push_back({workspace.content + file.change.path.substr(prefix),
                         workspace.content + file.change.new_path.substr(prefix), file.change.text});
    }
    apply_changes(changes);
  }
  say_changes(files, arguments, workspace.translation);
  return 0;
}

}  // namespace armillary
