#include "commands/build.h"

#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "base/file_system.h"
#include "commands/stopwatch.h"
#include "link/link.h"
#include "load/decode_site.h"
#include "load/load.h"
#include "output/publish.h"
#include "output/render_site.h"

namespace armillary {
namespace {

constexpr long long kSecondsOfDay = 86'400;

// The day of SOURCE_DATE_EPOCH (reproducible-builds.org), if it is set to a sensible number of seconds.
std::optional<PartialDate> day_of_environment() {
  const char* text = std::getenv("SOURCE_DATE_EPOCH");  // NOLINT(concurrency-mt-unsafe): read once, before any thread
  if (text == nullptr) return std::nullopt;
  const std::string_view digits = text;
  long long seconds = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  constexpr long long kYear9999 = 253'402'300'799;
  const bool usable =
      error == std::errc() && end == digits.data() + digits.size() && seconds >= 0 && seconds <= kYear9999;
  if (!usable)
    throw UsageError{"SOURCE_DATE_EPOCH is '" + std::string(digits) + "', which is no number of seconds since 1970"};
  return PartialDate(point_of_day(static_cast<std::int32_t>(seconds / kSecondsOfDay)));
}

void print(const Diagnostics& diagnostics, const CommonOptions& options) {
  const bool colour = options.format == DiagnosticFormat::text && isatty(STDERR_FILENO) != 0;
  const std::string text = print_diagnostics(diagnostics, {options.format, colour, ARMILLARY_VERSION});
  std::fwrite(text.data(), 1, text.size(), stderr);
}

std::string base_url_of(const CommonOptions& options, const Site& site) {
  if (options.base_url.empty()) return site.file().base_url;
  const auto address = normal_base_url(options.base_url);
  if (!address)
    throw UsageError{"'" + options.base_url + "' is not the address of a site, such as https://example.org/"};
  return *address;
}

// The stages, one after the other; a stage runs only if none before it reported an error.
class Build {
 public:
  Build(const CommonOptions& options, Writing writing)
      : options_(options), workspace_(find_workspace(options)), writing_(writing) {}

  int run();

 private:
  std::optional<Site> read_site();
  void render(const Site& site);
  bool may_go_on() {
    if (options_.strict) diagnostics_.make_strict();
    return !diagnostics_.has_errors();
  }
  int finish();

  const CommonOptions& options_;
  Workspace workspace_;
  Writing writing_;
  Diagnostics diagnostics_;
  Stopwatch stopwatch_;
  std::string summary_;
};

std::optional<Site> Build::read_site() {
  const LoadOptions load{workspace_.content, workspace_.content_name, options_.drafts, workspace_.jobs};
  auto corpus = load_corpus(load, diagnostics_);
  stopwatch_.lap("load");
  if (corpus == nullptr) return std::nullopt;
  // References are checked even where a record is broken, so that all mistakes are told in one run.
  Site site = link_site(std::move(corpus), day_of_environment(), diagnostics_);
  stopwatch_.lap("link");
  return site;
}

void Build::render(const Site& site) {
  const RenderOptions render{
      {{workspace_.templates, options_.templates}, {workspace_.installed + "/templates", "templates"}},
      {{workspace_.static_files, options_.static_files}, {workspace_.installed + "/static", "static"}},
      workspace_.content,
      base_url_of(options_, site),
      workspace_.jobs};
  if (writing_ == Writing::nowhere) {
    render_site(
        site, render, [](const std::string&, std::string_view) {}, diagnostics_);
    stopwatch_.lap("render");
    return;
  }
  Publisher publisher(workspace_.output);
  const auto take = [&](const std::string& name, std::string_view bytes) { publisher.add(name, bytes); };
  const RenderCounts counts = render_site(site, render, take, diagnostics_);
  stopwatch_.lap("render and write");
  if (!may_go_on()) return;
  publisher.finish();
  stopwatch_.lap("publish");
  const auto& files = publisher.counts();
  summary_ = fmt::format("{} pages from {} records: {} files written, {} unchanged, {} removed\n", counts.pages,
                         site.corpus->records.size(), files.written, files.unchanged, files.removed);
}

int Build::finish() {
  const bool failed = !may_go_on();
  diagnostics_.sort();
  print(diagnostics_, options_);
  if (options_.timings) std::fputs(stopwatch_.report().c_str(), stderr);
  if (!failed) std::fputs(summary_.c_str(), stdout);
  return failed ? 1 : 0;
}

int Build::run() {
  const std::optional<Site> site = read_site();
  if (site && may_go_on()) render(*site);
  return finish();
}

}  // namespace

int build_site(const CommonOptions& options, Writing writing) { return Build(options, writing).run(); }

}  // namespace armillary
