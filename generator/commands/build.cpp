#include "commands/build.h"

#include <array>
#include <cstdio>
#include <exception>
#include <optional>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "base/file_system.h"
#include "commands/diagnostics_out.h"
#include "commands/last_build_file.h"
#include "commands/memory.h"
#include "commands/recall.h"
#include "commands/render_options.h"
#include "commands/stopwatch.h"
#include "commands/today.h"
#include "link/link.h"
#include "load/load.h"
#include "output/compress.h"
#include "output/last_build.h"
#include "output/publish.h"
#include "output/render_site.h"
#include "view/addresses.h"

namespace armillary {
namespace {

constexpr std::array kCopies = {".gz", ".br"};

// A copy that is no smaller is no use.
void add_copies(Publisher& publisher, const std::string& name, std::string_view bytes) {
  for (const auto& [ending, copy] : {std::pair(kCopies[0], gzip(bytes)), std::pair(kCopies[1], brotli(bytes))}) {
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

// The site in the output folder is not the one that the last build is known to have made, or something was changed
// while it was looked at.
struct LastBuildIsGone {};

// The stages, one after the other; a stage runs only if none before it reported an error. What the last build is known
// to have made is not made again (output/last_build.h); where that turns out to be no longer there, they begin again.
class Build {
 public:
  Build(const CommonOptions& options, Writing writing)
      : options_(options), workspace_(find_workspace(options, Place::of_a_site)), writing_(writing) {}

  [[noreturn]] void run();

 private:
  void recall();
  void forget();
  void make_site();
  void make_site_anew();
  std::optional<Site> read_site();
  void render(const Site& site);
  RenderCounts try_or_write(const SiteRenderer& renderer, const Site& site);
  RenderCounts write(const SiteRenderer& renderer, const KeepPage& keep);
  KeepPage choose_kept_pages(const SiteRenderer& renderer, const Site& site);
  bool keep(const PlannedPage& page);
  void tell_counts(const RenderCounts& counts, std::size_t records);
  void finish();
  void pack(const SiteRenderer& renderer) noexcept;
  std::jthread begin_packing(const SiteRenderer& renderer);
  void remember() noexcept;
  bool may_go_on() {
    if (options_.strict) diagnostics_.make_strict();
    return !diagnostics_.has_errors();
  }

  const CommonOptions& options_;
  Workspace workspace_;
  Writing writing_;
  Diagnostics diagnostics_;
  Stopwatch stopwatch_;
  std::optional<Site> site_;
  std::optional<SiteRenderer> renderer_;  // as long as the site: what it made is not taken apart either
  std::optional<Publisher> publisher_;
  std::string summary_;
  Recalled recalled_;
  std::optional<TextRecall> recall_;  // where something is to be left for the next build
  LastBuild next_;                    // what that will know
  std::optional<PackedBuild> packed_;
};

void Build::recall() {
  recalled_ = recall_last_build(options_, workspace_, writing_);
  next_.settings = recalled_.settings;
  if (!recalled_.path.empty()) recall_.emplace(recalled_.last ? &recalled_.last->texts : nullptr);
}

void Build::forget() {
  publisher_.reset();
  renderer_.reset();
  site_.reset();
  diagnostics_ = {};
  recalled_.last.reset();
  recall_.emplace(nullptr);
  packed_.reset();
}

std::optional<Site> Build::read_site() {
  const LoadOptions load{.content_folder = workspace_.content,
                         .content_name = workspace_.content_name,
                         .drafts = options_.drafts,
                         .jobs = workspace_.jobs,
                         .keeps_texts = false,
                         .recall = recall_ ? &*recall_ : nullptr};
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
  const SiteRenderer& renderer = renderer_.emplace(site, render, diagnostics_);
  if (!renderer.can_render()) return;
  next_.surroundings = renderer.surroundings();
  const std::size_t said = diagnostics_.all().size();
  const RenderCounts counts = try_or_write(renderer, site);
  // What is said while a page is rendered would not be said again if it were kept.
  if (diagnostics_.all().size() != said) recalled_.path.clear();
  if (publisher_ && may_go_on()) tell_counts(counts, site.corpus->records.size());
  if (counts.kept > 0) {
    stopwatch_.note(fmt::format("{} of {} pages kept from the last time", counts.kept, counts.pages));
  }
}

RenderCounts Build::try_or_write(const SiteRenderer& renderer, const Site& site) {
  const KeepPage keep_page = choose_kept_pages(renderer, site);
  const std::jthread packing = begin_packing(renderer);
  if (writing_ == Writing::nowhere) {
    const RenderCounts counts = try_to_render(renderer, keep_page, diagnostics_);
    stopwatch_.lap("render");
    return counts;
  }
  publisher_.emplace(workspace_.output, workspace_.jobs);
  const RenderCounts counts = write(renderer, keep_page);
  stopwatch_.lap("render and write");
  return counts;
}

RenderCounts Build::write(const SiteRenderer& renderer, const KeepPage& keep) {
  const auto take = [&](const std::string& name, const FileContent& content) {
    publisher_->add(name, content);
    if (options_.compress && is_compressible(name)) add_copies(*publisher_, name, content.joined());
  };
  return render_site(renderer, keep, take, diagnostics_);
}

// None where anything is not as the last build or check found it.
KeepPage Build::choose_kept_pages(const SiteRenderer& renderer, const Site& site) {
  if (!recall_) return nullptr;
  next_.common = renderer.common();
  if (!recall_->changes()) return nullptr;
  next_.neighbours = renderer.neighbours();
  const LastBuild& last = *recalled_.last;
  if (last.surroundings != renderer.surroundings()) throw LastBuildIsGone{};
  const TextChanges& changes = *recall_->changes();
  auto reached =
      last.common == next_.common ? within_reach(site, changes.seen, next_.neighbours, last.neighbours) : std::nullopt;
  const KeptPages kept(site, changes, std::move(reached));
  return [this, kept](const PlannedPage& page) { return kept.may_stay(page) && (!publisher_ || keep(page)); };
}

void Build::tell_counts(const RenderCounts& counts, std::size_t records) {
  const Publisher::Changes& changes = publisher_->compare();
  if (!options_.changed_files.empty()) write_changes(changes, options_.changed_files);
  const auto& files = publisher_->counts();
  const std::string summary = fmt::format("{} pages from {} records: {} files written, {} unchanged, {} removed",
                                          counts.pages, records, files.written, files.unchanged, files.removed);
  summary_ = workspace_.translation.say(summary) + "\n";
}

// The page with its copies. A page that cannot be kept may be one that cannot be made either, its texts unparsed.
bool Build::keep(const PlannedPage& page) {
  const std::string name = file_of_address(page.address);
  const FileMark* mark = recalled_.last->find(name);
  if (mark == nullptr || !publisher_->keep(name, *mark)) throw LastBuildIsGone{};
  for (const char* ending : kCopies) {
    const FileMark* copy = recalled_.last->find(name + ending);
    if (copy != nullptr && !publisher_->keep(name + ending, *copy)) throw LastBuildIsGone{};
  }
  return true;
}

void Build::finish() {
  if (publisher_) {
    publisher_->finish();
    stopwatch_.lap("publish");
  }
  if (recalled_.path.empty()) return;
  remember();
  stopwatch_.lap("remember");
}

// All that the next build will know but the site's files.
void Build::pack(const SiteRenderer& renderer) noexcept {
  try {
    next_.texts = recall_->take();
    if (!recall_->changes()) next_.neighbours = renderer.neighbours();
    packed_.emplace(next_);
  } catch (const std::exception&) {  // of memory: nothing is remembered
  }
}

// Beside the pages: it has one thread at work.
std::jthread Build::begin_packing(const SiteRenderer& renderer) {
  if (!recall_) return {};
  try {
    if (workspace_.jobs > 1) return std::jthread([this, &renderer] { pack(renderer); });
  } catch (const std::system_error&) {
    // The machine gives no more threads.
  }
  pack(renderer);
  return {};
}

// The site is in its place: whatever fails now is nobody's concern.
void Build::remember() noexcept {
  if (!packed_) return;
  try {
    std::vector<PublishedFile> files;
    if (publisher_) {
      files = publisher_->marked_files();
      const Publisher::Counts& published = publisher_->counts();
      // On a disk that does not tell when files change, nothing can be known.
      if (files.size() != published.written + published.unchanged) return;
    }
    const auto may_stay = [&] { return !publisher_ || publisher_->have_settled(files); };
    write_last_build(recalled_.path, std::move(*packed_).with(files), may_stay);
  } catch (const std::exception&) {  // of memory, or no thread
  }
}

void Build::make_site_anew() {
  forget();
  make_site();
}

void Build::make_site() {
  site_ = read_site();
  if (site_ && may_go_on()) render(*site_);
}

// What may fail comes before the new site takes its place: afterwards a failure would be told of a build that is done.
void Build::run() {
  recall();
  try {
    make_site();
  } catch (const LastBuildIsGone&) {
    make_site_anew();
  } catch (const TextHasChanged&) {
    make_site_anew();
  }
  const bool is_well = may_go_on();
  diagnostics_.sort();
  print_to_standard_error(diagnostics_, workspace_.translation, options_);
  if (is_well) finish();
  if (options_.timings) std::fputs(stopwatch_.report().c_str(), stderr);
  if (is_well) std::fputs(summary_.c_str(), stdout);
  publisher_.reset();
  end_at_once(is_well ? 0 : 1);
}

}  // namespace

void build_site(const CommonOptions& options, Writing writing) { Build(options, writing).run(); }

}  // namespace armillary
