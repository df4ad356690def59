#include "commands/build.h"

#include <cstdio>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_system.h"
#include "commands/diagnostics_out.h"
#include "commands/memory.h"
#include "commands/render_options.h"
#include "commands/stopwatch.h"
#include "commands/today.h"
#include "link/link.h"
#include "load/load.h"
#include "output/compress.h"
#include "output/publish.h"
#include "output/render_site.h"

namespace armillary {
namespace {

// A copy that is no smaller is no use.
void add_copies(Publisher& publisher, const std::string& name, std::string_view bytes) {
  for (const auto& [ending, copy] : {std::pair(".gz", gzip(bytes)), std::pair(".br", brotli(bytes))}) {
    if (copy.size() < bytes.size()) publisher.add(name + ending, copy);
  }
}

std::string as_lines(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += name + "\n";
  return out;
}

// Relative to the working folder, as any argument is.
void write_changes(const Publisher::Changes& changes, const std::string& path) {
  write_file(path, as_lines(changes.written));
  write_file(path + ".removed", as_lines(changes.removed));
}

// The stages, one after the other; a stage runs only if none before it reported an error.
class Build {
 public:
  Build(const CommonOptions& options, Writing writing)
      : options_(options), workspace_(find_workspace(options, Place::of_a_site)), writing_(writing) {}

  [[noreturn]] void run();

 private:
  std::optional<Site> read_site();
  void render(const Site& site);
  bool may_go_on() {
    if (options_.strict) diagnostics_.make_strict();
    return !diagnostics_.has_errors();
  }

  const CommonOptions& options_;
  Workspace workspace_;
  Writing writing_;
  Diagnostics diagnostics_;
  Stopwatch stopwatch_;
  std::optional<Publisher> publisher_;
  std::string summary_;
};

std::optional<Site> Build::read_site() {
  const LoadOptions load{.content_folder = workspace_.content,
                         .content_name = workspace_.content_name,
                         .drafts = options_.drafts,
                         .jobs = workspace_.jobs,
                         .keeps_texts = false};
  auto corpus = load_corpus(load, diagnostics_);
  stopwatch_.lap("load");
  if (corpus == nullptr) return std::nullopt;
  // References are checked even where a record is broken, so that all mistakes are told in one run.
  Site site = link_site(std::move(corpus), day_of_environment(), workspace_.jobs, diagnostics_);
  stopwatch_.lap("link");
  return site;
}

void Build::render(const Site& site) {
  const RenderOptions render = render_options(options_, workspace_, base_url_of(options_, site.file().base_url));
  if (writing_ == Writing::nowhere) {
    render_site(
        site, render, [](const std::string&, const FileContent&) {}, diagnostics_);
    stopwatch_.lap("render");
    return;
  }
  publisher_.emplace(workspace_.output);
  const auto take = [&](const std::string& name, const FileContent& content) {
    publisher_->add(name, content);
    if (options_.compress && is_compressible(name)) add_copies(*publisher_, name, content.joined());
  };
  const RenderCounts counts = render_site(site, render, take, diagnostics_);
  stopwatch_.lap("render and write");
  if (!may_go_on()) return;
  const Publisher::Changes& changes = publisher_->compare();
  if (!options_.changed_files.empty()) write_changes(changes, options_.changed_files);
  const auto& files = publisher_->counts();
  const std::string summary =
      fmt::format("{} pages from {} records: {} files written, {} unchanged, {} removed", counts.pages,
                  site.corpus->records.size(), files.written, files.unchanged, files.removed);
  summary_ = workspace_.translation.say(summary) + "\n";
}

// What may fail comes before the new site takes its place: afterwards a failure would be told of a build that is done.
void Build::run() {
  const std::optional<Site> site = read_site();
  if (site && may_go_on()) render(*site);
  const bool is_well = may_go_on();
  diagnostics_.sort();
  print_to_standard_error(diagnostics_, workspace_.translation, options_);
  if (is_well && publisher_) {
    publisher_->finish();
    stopwatch_.lap("publish");
  }
  if (options_.timings) std::fputs(stopwatch_.report().c_str(), stderr);
  if (is_well) std::fputs(summary_.c_str(), stdout);
  publisher_.reset();
  end_at_once(is_well ? 0 : 1);
}

}  // namespace

void build_site(const CommonOptions& options, Writing writing) { Build(options, writing).run(); }

}  // namespace armillary
