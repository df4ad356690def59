#include "serve/serve.h"

#include <fmt/format.h>
#include <sys/signalfd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>
#include <tuple>
#include <utility>
#include <vector>

#include "serve/watch.h"

namespace armillary {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kForever{60'000};  // the longest sleep
constexpr std::chrono::milliseconds kTryAgain{500};    // after a file that could not be read

// SIGINT and SIGTERM as something to read. To be made before any thread is.
Descriptor catch_end_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return Descriptor(signalfd(-1, &signals, SFD_CLOEXEC));
}

std::vector<std::string> folders_of(const PreviewOptions& options) {
  std::vector<std::string> out{options.load.content_folder};
  for (const SearchFolder& folder : options.render.template_folders) out.push_back(folder.path);
  for (const SearchFolder& folder : options.render.static_folders) out.push_back(folder.path);
  return out;
}

std::string random_mark() {
  std::random_device device;
  return fmt::format("{:08x}", device());
}

std::string url_of(const std::string& host, std::uint16_t port) {
  const bool is_ipv6 = host.find(':') != std::string::npos;
  return fmt::format("http://{}{}{}:{}/", is_ipv6 ? "[" : "", host, is_ipv6 ? "]" : "", port);
}

class Serving {
 public:
  explicit Serving(ServeOptions options)
      : options_(std::move(options)),
        server_(options_.host, options_.port, options_.limits,
                [this](const Request& request) { return preview_->answer(request); }),
        watch_(folders_of(options_.preview)) {
    const std::string url = url_of(options_.host, server_.port());
    if (options_.preview.render.base_url.empty()) options_.preview.render.base_url = url;
    preview_.emplace(options_.preview, OwnNames(options_.host), random_mark());
    rebuild({{}, false});
    say(url + " (Ctrl-C ends)");
  }

  void run(const Descriptor& end_signals);

 private:
  void say(const std::string& line) const { options_.say(options_.preview.translation.say(line)); }
  void rebuild(const Watch::Changes& changes);
  void tell_diagnostics();
  std::chrono::milliseconds time_to_sleep() const;

  ServeOptions options_;
  std::optional<Preview> preview_;
  HttpServer server_;
  Watch watch_;
  Diagnostics told_;
};

// Nobody reads the same warnings after every save.
void Serving::tell_diagnostics() {
  const auto& now = preview_->diagnostics().all();
  const auto same = [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.path, a.line, a.column, a.code, a.text) == std::tie(b.path, b.line, b.column, b.code, b.text);
  };
  const auto& before = told_.all();
  if (std::equal(now.begin(), now.end(), before.begin(), before.end(), same)) return;
  told_ = preview_->diagnostics();
  options_.print(told_);
}

// What changed, in a few words.
std::string name_of(const std::vector<std::string>& changes, const std::string& root) {
  if (changes.empty()) return "all files read";
  if (changes.size() > 1) return fmt::format("{} files changed", changes.size());
  const std::string& path = changes.front();
  return "'" + (path.starts_with(root + "/") ? path.substr(root.size() + 1) : path) + "' changed";
}

void Serving::rebuild(const Watch::Changes& changes) {
  const Clock::time_point start = Clock::now();
  preview_->rebuild(changes.are_all ? std::optional(changes.files) : std::nullopt);
  const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
  server_.send_event(preview_->state_event());
  tell_diagnostics();
  say(fmt::format("{}, {} ms", name_of(changes.files, options_.root), time.count()));
}

std::chrono::milliseconds Serving::time_to_sleep() const {
  if (const auto left = watch_.time_left()) return *left;
  return preview_->should_try_again() ? kTryAgain : kForever;
}

void Serving::run(const Descriptor& end_signals) {
  while (true) {
    const auto ready = server_.serve_until_ready(
        {end_signals.number(), watch_.descriptor(), preview_->check_descriptor()}, time_to_sleep());
    if (ready[0]) return;
    if (ready[1]) watch_.read();
    if (ready[2]) {
      const bool has_news = preview_->take_reports();
      if (has_news) server_.send_event(preview_->state_event());
      if (has_news) tell_diagnostics();
      server_.ask_again();
    }
    const bool slept_out = !ready[1] && !ready[2];
    const auto left = watch_.time_left();
    if (left ? left->count() == 0 : slept_out && preview_->should_try_again()) rebuild(watch_.take_changes());
  }
}

}  // namespace

void serve(ServeOptions options) {
  const Descriptor end_signals = catch_end_signals();
  Serving(std::move(options)).run(end_signals);
}

}  // namespace armillary
