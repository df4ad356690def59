#include "serve/preview.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "output/page_plan.h"
#include "support/small_observatory.h"

using namespace armillary;

namespace {

const ContentFiles kTeas = {
    {"site.yaml", "title: Teas\nbase_url: https://tea.example/\nlanguages:\n  en: {}\n"},
    {"schema/tea.yaml",
     "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n  title: {type: text, localized: true, required: true}\n"
     "  goes_with: {type: ref, to: [tea]}\n"},
    {"teas/puer.md", "---\ntitle: {en: Pu'er}\ngoes_with: sencha\n---\nDark.\n"},
    {"teas/sencha.yaml", "title: {en: Sencha}\n"},
};

// An observatory in a folder, with templates that write a line each, and its preview.
class Previewing {
 public:
  Previewing() : preview_(options(), OwnNames("127.0.0.1"), "test") {
    write_content(folder_, kTeas);
    make_folders(templates_.at("strings"));
    std::vector<std::string> files = {"embedded-view.html"};
    for (const PageType type : page_types()) files.emplace_back(template_of(type));
    for (const std::string& file : files) {
      write_file(templates_.at(file), "<head></head>" + file.substr(0, file.find('.')) + " {{ page.title }}\n");
    }
    write_file(templates_.at("record.html"),
               "<head></head>{{ record.title_text }}: {% if record.body %}{{ record.body.html }}{% endif %}\n");
    write_file(templates_.at("strings/en.yaml"), "home: Home\nyears: Years\n");
  }

  void write(const std::string& name, const std::string& text) {
    write_file(folder_.at(name), text);
    preview_.rebuild();
  }
  void put(const std::string& name, const std::string& text) { write_file(folder_.at(name), text); }
  void rebuild_after(const std::vector<std::string>& changed) {
    std::vector<std::string> paths;
    for (const std::string& name : changed) paths.push_back(folder_.at(name));
    preview_.rebuild(paths);
  }
  void write_template(const std::string& name, const std::string& text) {
    write_file(templates_.at(name), text);
    preview_.rebuild();
  }

  // Waits for the check in the background.
  void finish_check() {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::chrono::steady_clock::now() < end && !preview_.has_checked()) {
      preview_.take_reports();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    REQUIRE(preview_.has_checked());
  }

  std::optional<Response> ask(const std::string& path, const std::string& host = "localhost") const {
    Request request;
    request.path = path;
    request.host = host;
    return preview_.answer(request);
  }
  std::string body(const std::string& path) const { return ask(path).value().body; }

  nlohmann::json state() const { return nlohmann::json::parse(preview_.state_event().substr(sizeof "data: " - 1)); }

  Preview& preview() { return preview_; }

 private:
  PreviewOptions options() const {
    PreviewOptions out;
    out.load = {folder_.path(), "content", true, 1};
    out.render = {{{templates_.path(), "templates"}}, {}, folder_.path(), "http://localhost/", 1};
    return out;
  }

  TemporaryFolder folder_;
  TemporaryFolder templates_;
  Preview preview_;
};

}  // namespace

TEST_CASE("a page is made when it is asked for, with the script that keeps it new") {
  Previewing teas;
  teas.preview().rebuild();
  CHECK(teas.body("en/teas/puer/") ==
        "<head><script src=\"/__armillary/reload.js\" data-version=\"test-1\" defer></script>\n</head>Pu&#39;er: "
        "<p>Dark.</p>\n");
  CHECK(teas.ask("en/teas/puer")->location == "/en/teas/puer/");
  CHECK(teas.body("__armillary/reload.js").find("EventSource") != std::string::npos);
  CHECK(teas.ask("__armillary/x")->status == 404);
}

TEST_CASE("a change gives the pages another version, and only then") {
  Previewing teas;
  teas.preview().rebuild();
  CHECK(teas.state().at("version") == "test-1");
  teas.write("teas/puer.md", "---\ntitle: {en: Pu'er}\ngoes_with: sencha\n---\nDarker.\n");
  CHECK(teas.state().at("version") == "test-2");
  CHECK(teas.body("en/teas/puer/").find("Darker.") != std::string::npos);
}

TEST_CASE("a broken state keeps the last good pages and says what is wrong") {
  Previewing teas;
  teas.preview().rebuild();
  teas.write("teas/puer.md", "---\ntitle: {en: Pu'er}\ngoes_with: senca\n---\nDarker.\n");
  const auto state = teas.state();
  CHECK(state.at("version") == "test-1");
  REQUIRE(state.at("problems").size() == 1);
  const auto& problem = state.at("problems").front();
  CHECK(problem.at("path") == "content/teas/puer.md");
  CHECK(problem.at("line") == 3);
  CHECK(problem.at("column") == 12);
  CHECK(problem.at("end") == 17);
  CHECK(problem.at("source") == "goes_with: senca");
  CHECK(problem.at("code") == "unknown-record");
  CHECK(teas.body("en/teas/puer/").find("Dark.") != std::string::npos);
  teas.write("teas/puer.md", "---\ntitle: {en: Pu'er}\ngoes_with: sencha\n---\nDarkest.\n");
  CHECK(teas.state().at("problems").empty());
  CHECK(teas.body("en/teas/puer/").find("Darkest.") != std::string::npos);
}

TEST_CASE("of what is said to have changed only that is read, unless nothing could be read before") {
  const std::string& site = kTeas.at("site.yaml");
  Previewing teas;
  teas.put("site.yaml", site);
  teas.preview().rebuild();
  teas.put("teas/puer.md", "---\ntitle: {en: Pu'er}\ngoes_with: sencha\n---\nUnseen.\n");
  teas.rebuild_after({"site.yaml"});
  CHECK(teas.body("en/teas/puer/").find("Unseen.") == std::string::npos);
  teas.put("site.yaml", "title: [\n");
  teas.rebuild_after({"site.yaml", "teas/puer.md"});
  CHECK_FALSE(teas.state().at("problems").empty());
  teas.put("site.yaml", site);
  teas.rebuild_after({"site.yaml"});
  CHECK(teas.state().at("problems").empty());
  CHECK(teas.body("en/teas/puer/").find("Unseen.") != std::string::npos);
}

TEST_CASE("before there is any good state, pages say why") {
  Previewing teas;
  teas.write("teas/puer.md", "---\ntitle: {en: Pu'er\n---\n");
  CHECK(teas.ask("en/teas/puer/")->status == 503);
  CHECK(teas.body("").find("reload.js") != std::string::npos);
  CHECK_FALSE(teas.state().at("problems").empty());
}

TEST_CASE("a page that a template no longer can make is shown as it was, and the check tells") {
  Previewing teas;
  teas.preview().rebuild();
  teas.finish_check();
  REQUIRE(teas.state().at("problems").empty());
  teas.write_template("record.html", "<head></head>{{ nothing }}\n");
  CHECK(teas.body("en/teas/puer/").find("Dark.") != std::string::npos);
  CHECK(teas.body("en/teas/").find("kind") != std::string::npos);
  teas.finish_check();
  REQUIRE(teas.state().at("problems").size() == 1);
  CHECK(teas.state().at("problems").front().at("path") == "templates/record.html");
}

TEST_CASE("files beside the pages are answered once they are made") {
  Previewing teas;
  teas.preview().rebuild();
  teas.finish_check();
  CHECK(teas.ask("robots.txt")->type == "text/plain; charset=utf-8");
  CHECK(teas.body("sitemap.xml").find("http://localhost/en/teas/puer/") != std::string::npos);
  CHECK(teas.ask("en/teas/nothing/")->status == 404);
}

TEST_CASE("a stranger's name is refused whatever it asks for") {
  Previewing teas;
  teas.preview().rebuild();
  CHECK(teas.ask("", "evil.example")->status == 403);
  CHECK(teas.ask("__armillary/events", "evil.example:8000")->status == 403);
  CHECK(teas.ask("__armillary/events")->is_stream);
}

TEST_CASE("what editors leave beside a record is no mistake of the content") {
  Previewing teas;
  for (const char* name : {"teas/puer.md~", "teas/#puer.md#", "teas/.puer.md.swp", "teas/4913", "teas/puer.md.tmp"}) {
    teas.write(name, "half");
    CHECK(teas.state().at("problems").empty());
  }
  teas.write("teas/puer.txt", "left over");
  REQUIRE(teas.state().at("problems").size() == 1);
  CHECK(teas.state().at("problems").front().at("code") == "unclaimed-file");
}

TEST_CASE("a file that cannot be read is told, and tried again") {
  Preview lost({{"/nonexistent/armillary", "content", true, 1}, {}, std::nullopt, false}, OwnNames("localhost"), "x");
  lost.rebuild();
  CHECK(lost.should_try_again());
  REQUIRE(lost.diagnostics().all().size() == 1);
  CHECK(lost.diagnostics().all().front().code == "unreadable-file");
}
