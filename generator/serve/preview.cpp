#include "serve/preview.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "base/file_system.h"
#include "link/link.h"
#include "serve/reload_script.h"
#include "serve/serve_messages.h"

namespace armillary {
namespace {

constexpr std::string_view kHtml = "text/html; charset=utf-8";
constexpr std::size_t kMostShown = 200;  // diagnostics in a page; the terminal has them all

// An address for a Location header, every byte that is not plain percent-encoded.
std::string encode_address(std::string_view address) {
  std::string out = "/";
  for (const char c : address) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                          std::string_view("-._~/").find(c) != std::string_view::npos;
    out += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

// Those paths that lie in the folder, relative to it.
std::vector<std::string> within(const std::vector<std::string>& paths, const std::string& folder) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    if (path.starts_with(folder + "/")) out.push_back(path.substr(folder.size() + 1));
  }
  return out;
}

nlohmann::json as_json(const Diagnostic& diagnostic, const Translation& translation) {
  return {{"path", diagnostic.path},
          {"line", diagnostic.line},
          {"column", diagnostic.column},
          {"end", diagnostic.end_column},
          {"severity", diagnostic.severity == Severity::error ? "error" : "warning"},
          {"code", diagnostic.code},
          {"text", translation.say(diagnostic)},
          {"source", diagnostic.source_line}};
}

}  // namespace

Preview::Preview(PreviewOptions options, OwnNames names, std::string mark)
    : options_(std::move(options)), names_(std::move(names)), mark_(std::move(mark)) {
  options_.load.cache = &cache_;
  options_.load.keeps_texts = false;
  options_.load.pass_over_editor_files = true;
}

void Preview::settle(Diagnostics& diagnostics) const {
  if (options_.strict) diagnostics.make_strict();
  diagnostics.sort();
}

// Null where no page can be made.
std::shared_ptr<const Snapshot> Preview::read(Diagnostics& diagnostics) {
  knows_texts_ = false;  // reading may end before it comes to what has changed
  auto corpus = load_corpus(options_.load, diagnostics);
  if (corpus == nullptr) return nullptr;
  knows_texts_ = true;
  Site site = link_site(std::move(corpus), options_.today, options_.load.jobs, diagnostics);
  if (diagnostics.has_errors()) return nullptr;
  auto snapshot = std::make_shared<const Snapshot>(std::move(site), options_.render, diagnostics);
  return snapshot->renderer().can_render() ? snapshot : nullptr;
}

void Preview::rebuild(const std::optional<std::vector<std::string>>& changed) {
  options_.load.changed = std::nullopt;
  if (changed && knows_texts_) options_.load.changed = within(*changed, options_.load.content_folder);
  Diagnostics diagnostics;
  std::shared_ptr<const Snapshot> snapshot;
  should_try_again_ = false;
  try {
    snapshot = read(diagnostics);
  } catch (const FileError& error) {
    // An editor may have taken the file away between listing and reading.
    diagnostics.report_file(kUnreadable, error.path(), error.what());
    should_try_again_ = true;
  }
  settle(diagnostics);
  diagnostics_ = std::move(diagnostics);
  shows_newest_ = snapshot != nullptr && (!diagnostics_.has_errors() || current_ == nullptr);
  if (!shows_newest_) return;
  current_ = std::move(snapshot);
  ++version_;
  other_files_ = nullptr;
  is_checking_ = true;
  check_.start(current_, version_);
}

bool Preview::take_reports() {
  bool has_new = false;
  for (CheckReport& report : check_.take()) {
    if (report.version != version_) continue;
    if (report.other_files != nullptr) other_files_ = std::move(report.other_files);
    if (!report.problems) continue;
    is_checking_ = false;
    settle(*report.problems);
    if (!report.problems->has_errors()) good_ = current_;
    if (!shows_newest_ || report.problems->all().empty()) continue;
    has_new = true;
    diagnostics_.merge(std::move(*report.problems));
    diagnostics_.sort();
  }
  return has_new;
}

std::optional<Response> Preview::answer(const Request& request) const {
  if (!names_.has(request.host)) {
    return text_response(403, "this server answers only to its own names, such as localhost");
  }
  if (request.path.starts_with(kOwnAddresses)) return answer_own(request);
  if (current_ == nullptr) return explanation(503);
  return answer_file(request.path);
}

std::optional<Response> Preview::answer_own(const Request& request) const {
  const std::string_view name = std::string_view(request.path).substr(kOwnAddresses.size());
  Response out;
  if (name == "reload.js") {
    out.type = "text/javascript; charset=utf-8";
    out.body = kReloadScript;
    return out;
  }
  if (name != "events") return text_response(404, "there is no such file");
  if (!is_own_origin(request.origin, request.fetch_site, request.host)) {
    return text_response(403, "only pages of this server may listen");
  }
  out.type = "text/event-stream; charset=utf-8";
  out.body = "retry: 500\n\n" + state_event();
  out.is_stream = true;
  return out;
}

std::optional<Response> Preview::answer_file(const std::string& path) const {
  const bool is_folder = path.empty() || path.ends_with('/');
  const std::string file = is_folder ? path + "index.html" : path;
  if (const PlannedPage* found = current_->find_page(file)) return page(*found, file);
  Response out;
  out.type = content_type_of(file);
  if (const StaticFile* found = current_->find_static(file)) {
    out.body = found->bytes;
    out.never_changes = found->address != found->name;
    return out;
  }
  if (!is_folder && current_->find_page(path + "/index.html") != nullptr) {
    out = text_response(302, "the address ends with a slash");
    out.location = encode_address(path + "/");
    return out;
  }
  if (other_files_ != nullptr) {
    const auto found = other_files_->find(file);
    if (found == other_files_->end()) return not_found();
    out.body = found->second;
    return out;
  }
  if (is_checking_) return std::nullopt;
  return not_found();
}

// A page that cannot be made is shown as it was when it last could.
Response Preview::page(const PlannedPage& page, const std::string& file) const {
  Response out;
  out.type = kHtml;
  std::string html;
  Diagnostics ignored;  // the check in the background finds the same, and reports it
  if (current_->renderer().render_page(page, html, ignored)) {
    out.body = with_script(std::move(html));
    return out;
  }
  const PlannedPage* earlier = good_ == nullptr ? nullptr : good_->find_page(file);
  html.clear();
  if (earlier == nullptr || !good_->renderer().render_page(*earlier, html, ignored)) return explanation(500);
  out.body = with_script(std::move(html));
  return out;
}

Response Preview::not_found() const {
  const PlannedPage* found = current_->find_page("404.html");
  Response out = found == nullptr ? text_response(404, "there is no such page") : page(*found, "404.html");
  out.status = 404;
  return out;
}

// A page without content, for the script to say what is wrong.
Response Preview::explanation(int status) const {
  Response out;
  out.status = status;
  out.type = kHtml;
  out.body = with_script(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta "
      "charset=\"utf-8\">\n<title>armillary</title>\n</head>\n<body>\n"
      "<p>This page cannot be made: see the terminal.</p>\n</body>\n</html>\n");
  return out;
}

std::string Preview::with_script(std::string html) const {
  const std::string script =
      fmt::format("<script src=\"/{}reload.js\" data-version=\"{}\" defer></script>\n", kOwnAddresses, version());
  const std::size_t head_end = html.find("</head>");
  html.insert(head_end == std::string::npos ? html.size() : head_end, script);
  return html;
}

std::string Preview::state_event() const {
  // Warnings alone break nothing: they are in the terminal.
  std::vector<Diagnostic> all = diagnostics_.has_errors() ? diagnostics_.all() : std::vector<Diagnostic>();
  std::stable_partition(all.begin(), all.end(),
                        [](const Diagnostic& each) { return each.severity == Severity::error; });
  const std::size_t shown = std::min(all.size(), kMostShown);
  nlohmann::json problems = nlohmann::json::array();
  for (std::size_t i = 0; i < shown; ++i) problems.push_back(as_json(all[i], options_.translation));
  const std::string heading = all.size() == 1 ? "1 problem" : fmt::format("{} problems", all.size());
  const Translation& words = options_.translation;
  const nlohmann::json state = {
      {"version", version()},
      {"problems", problems},
      {"language", words.language()},
      {"heading", words.say(heading + "; the page is the last good one")},
      {"close", words.say("Close")},
      {"left_out",
       all.size() == shown ? "" : words.say(fmt::format("and {} more: see the terminal", all.size() - shown))}};
  return "data: " + state.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n\n";
}

}  // namespace armillary
