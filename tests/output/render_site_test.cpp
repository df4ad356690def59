#include "output/render_site.h"

#include <catch2/catch.hpp>
#include <mutex>

#include "base/file_system.h"
#include "output/planning.h"

using namespace armillary;

namespace {

// Templates that write one line each.
void write_templates(const TemporaryFolder& folder) {
  make_folders(folder.at("strings"));
  std::vector<std::string> files = {"embedded-view.html"};
  for (const PageType type : page_types()) files.emplace_back(template_of(type));
  for (const std::string& file : files) {
    write_file(folder.at(file), file.substr(0, file.find('.')) + " {{ language.key }} {{ page.root }}\n");
  }
  write_file(folder.at("strings/en.yaml"), "home: Home\ndate_span: x\ndate_about: x\nyes: x\nno: x\nyears: Years\n");
  write_file(folder.at("strings/zh.yaml"), "home: 首页\ndate_span: x\ndate_about: x\nyes: x\nno: x\nyears: 年\n");
}

struct Rendering {
  std::map<std::string, std::string> files;
  std::vector<std::string> names;  // as they were handed over
  RenderCounts counts;
  std::string reports;
};

Rendering render(const Observatory& observatory, const TemporaryFolder& templates, const std::string& static_folder,
                 std::size_t jobs) {
  Rendering out;
  std::mutex mutex;
  Diagnostics diagnostics;
  const RenderOptions options{{{templates.path(), "templates"}},
                              {{static_folder, "static"}},
                              observatory.folder.path(),
                              "https://tea.example/",
                              jobs};
  const TakeFile take = [&](const std::string& name, const FileContent& content) {
    const std::lock_guard guard(mutex);
    out.files[name] = content.joined();
    out.names.push_back(name);
  };
  out.counts = render_site(*observatory.site, options, take, diagnostics);
  out.reports = show_all(std::move(diagnostics));
  return out;
}

}  // namespace

TEST_CASE("every planned page and every other file is handed over once") {
  const auto planning = plan(tea_site());
  const TemporaryFolder templates;
  const TemporaryFolder statics;
  write_templates(templates);
  write_file(statics.at("site.css"), "body{}");
  write_file(statics.at("CNAME"), "tea.example");
  const Rendering found = render(*planning->viewing->observatory, templates, statics.path(), 1);
  CHECK(found.reports == "");
  CHECK(found.counts.pages == planning->pages.size());
  CHECK(found.names.size() == found.files.size());
  CHECK(found.counts.files == found.files.size() - planning->pages.size());
  CHECK(found.files.at("CNAME") == "tea.example");
  CHECK(found.files.at("en/teas/b/index.html") == "record en ../../../\n");
  CHECK(found.files.at("zh/index.html") == "home zh ../\n");
  CHECK(found.files.at("404.html") == "not-found zh /\n");
  CHECK(found.files.contains("sitemap.xml"));
  CHECK(found.files.contains("robots.txt"));
  CHECK(found.files.contains("data/records/b.json"));
  CHECK(found.files.contains("en/by/hue/green/index.csv"));
}

TEST_CASE("a word that stands in for a missing one is marked on pages and in no other file") {
  const auto observatory = observe(tea_site());
  const TemporaryFolder templates;
  write_templates(templates);
  write_file(templates.at("strings/zh.yaml"), "home: 首页\ndate_span: x\ndate_about: x\nyes: x\nno: x\n");
  write_file(templates.at("years.html"), "{{ words.home }} <i title=\"{{ words.years }}\">{{ page.title }}</i>\n");
  const Rendering found = render(*observatory, templates, templates.path(), 1);
  CHECK(found.files.at("zh/years/index.html") ==
        "首页 <i title=\"Years\"><span lang=\"en\" dir=\"ltr\">Years</span></i>\n");
  CHECK(found.files.at("en/years/index.html") == "Home <i title=\"Years\">Years</i>\n");
  for (const auto& [name, bytes] : found.files) {
    INFO(name);
    CHECK(bytes.find("\xEE\x80") == std::string::npos);
  }
}

TEST_CASE("the bytes do not depend on the number of jobs") {
  ContentFiles files = tea_site();
  for (int i = 0; i < 150; ++i) files["teas/t" + std::to_string(i) + ".yaml"] = "title: {zh: 茶, en: T}\nhue: black\n";
  const auto observatory = observe(files);
  const TemporaryFolder templates;
  write_templates(templates);
  const Rendering one = render(*observatory, templates, "/nowhere", 1);
  const Rendering four = render(*observatory, templates, "/nowhere", 4);
  CHECK(one.reports == "");
  CHECK(one.files.size() > 300);
  CHECK((one.files == four.files));
}

TEST_CASE("a template of a kind takes the place of the general one") {
  const auto observatory = observe(tea_site());
  const TemporaryFolder templates;
  write_templates(templates);
  write_file(templates.at("record-tea.html"), "tea\n");
  CHECK(render(*observatory, templates, "/nowhere", 1).files.at("en/teas/b/index.html") == "tea\n");
}

TEST_CASE("a template that is missing is reported and nothing is rendered") {
  const auto observatory = observe(tea_site());
  const TemporaryFolder templates;
  write_templates(templates);
  std::filesystem::remove(templates.at("year.html"));
  const Rendering found = render(*observatory, templates, "/nowhere", 1);
  CHECK(found.reports == "templates:0:0: missing-template: there is no template 'year.html'\n");
  CHECK(found.files.empty());
}

TEST_CASE("what is wrong in a template is told once, not once a page") {
  const auto observatory = observe(tea_site());
  const TemporaryFolder templates;
  write_templates(templates);
  write_file(templates.at("record.html"), "\n{{ recrod.title }}\n");
  const Rendering found = render(*observatory, templates, "/nowhere", 2);
  CHECK(found.reports.find("templates/record.html:2:4") == 0);
  CHECK(std::count(found.reports.begin(), found.reports.end(), '\n') == 1);
}
