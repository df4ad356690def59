#include "load/load.h"

#include <catch2/catch.hpp>

#include "load/decode_site.h"
#include "support/small_observatory.h"

using namespace armillary;

namespace {

const ContentFiles kTeas = {
    {"site.yaml",
     "title: {zh: 茶, en: Teas}\nbase_url: https://tea.example\nlanguages:\n  zh: {tag: zh-Hans, label: 中文}\n  en: "
     "{}\n"
     "views:\n  - {view: table, path: all, title: {zh: 全, en: All}, kinds: [tea], columns: [hue], where: {hue: "
     "present}}\n"
     "navigation: [{view: all}, {page: about}, {kind: tea}, {url: 'https://a.example/', label: A}]\n"},
    {"schema/tea.yaml",
     "kind: tea\nfolder: teas\nlabel: Tea\ncite: true\nfields:\n  title: {type: text, localized: true}\n  hue: {type: "
     "text}\n"
     "  leaf: {type: file}\n"},
    {"schema/cup.yaml", "kind: cup\nfolder: cups\nlabel: Cup\nfields:\n  title: {type: text, localized: true}\n"},
    {"pages/about.md", "---\ntitle: {zh: 关于, en: About}\n---\n文\n"},
    {"pages/about.en.md", "Text\n"},
    {"teas/puer.md",
     "---\ntitle: {zh: 普洱, en: Pu'er}\nhue: dark\nverified: 2024-01-02\naliases: [pu-erh]\nsort_key: {zh: puer}\n"
     "sources: [{source: gongfu, place: p. 3}, {url: 'https://a.example/', title: T, seen: 2024}]\n"
     "changes: [{date: 2023-05, note: {zh: 改, en: Changed}}]\n---\n普洱茶\n"},
    {"teas/puer.en.md", "---\ntranslation: {state: reviewed, of: abc}\n---\nDark tea\n"},
    {"teas/sencha.yaml", "title: {zh: 煎茶, en: Sencha}\nleaf: leaf.txt\n"},
    {"teas/leaf.txt", "leaf"},
    {"teas/.hidden", "x"},
    {"cups/gongfu.yaml", "title: {zh: 功夫, en: Gongfu}\ndraft: true\n"},
};

struct Loading {
  TemporaryFolder folder;
  std::unique_ptr<const Corpus> corpus;
  std::string reports;
};

std::unique_ptr<Loading> load(const ContentFiles& files, bool drafts = false, std::size_t jobs = 1) {
  auto out = std::make_unique<Loading>();
  write_content(out->folder, files);
  Diagnostics diagnostics;
  out->corpus = load_files(out->folder, diagnostics, drafts, jobs);
  out->reports = show_all(std::move(diagnostics));
  return out;
}

std::vector<std::string> ids_of(const Corpus& corpus) {
  std::vector<std::string> out;
  for (const Record& record : corpus.records) out.push_back(record.id);
  return out;
}

}  // namespace

TEST_CASE("a sound folder becomes a corpus") {
  const auto loading = load(kTeas);
  CHECK(loading->reports == "");
  REQUIRE(loading->corpus != nullptr);
  const Corpus& corpus = *loading->corpus;
  CHECK(corpus.site.base_url == "https://tea.example/");
  CHECK(corpus.site.languages[1].tag == "en");
  CHECK(ids_of(corpus) == std::vector<std::string>{"puer", "sencha"});
  CHECK(corpus.hidden_drafts == std::vector<std::string>{"gongfu"});
  CHECK(corpus.attachments == std::vector<std::string>{"teas/leaf.txt"});
  REQUIRE(corpus.pages.size() == 1);
  CHECK(corpus.pages[0].title.in(1) == "About");
  REQUIRE(corpus.pages[0].bodies.size() == 2);
  CHECK(corpus.pages[0].bodies[1]->document->plain_text.find("Text") == 0);
  REQUIRE(corpus.site.navigation.size() == 4);
  CHECK(corpus.site.navigation[3].target == NavigationEntry::Target::address);
  REQUIRE(corpus.site.views.size() == 1);
  CHECK(corpus.site.views[0].where.at(0).values.empty());
}

TEST_CASE("a record has all of its reserved keys") {
  const auto loading = load(kTeas);
  REQUIRE(loading->corpus != nullptr);
  const Record& puer = loading->corpus->records[0];
  CHECK(puer.kind->name == "tea");
  CHECK(loading->corpus->file_of(puer).path == "content/teas/puer.md");
  CHECK(puer.verified->to_string() == "2024-01-02");
  CHECK_FALSE(puer.published.has_value());
  CHECK(puer.aliases.at(0).value == "pu-erh");
  CHECK(puer.sort_key.in(0) == "puer");
  REQUIRE(puer.sources.size() == 2);
  CHECK(puer.sources[0].source->value == "gongfu");
  CHECK(puer.sources[0].place.in(1) == "p. 3");
  CHECK_FALSE(puer.sources[1].source.has_value());
  CHECK(puer.sources[1].url == "https://a.example/");
  CHECK(puer.sources[1].seen->to_string() == "2024");
  REQUIRE(puer.changes.size() == 1);
  CHECK(puer.changes[0].note.in(1) == "Changed");
  REQUIRE(puer.bodies.size() == 2);
  CHECK(puer.bodies[0]->state == TranslationState::original);
  CHECK(puer.bodies[1]->state == TranslationState::reviewed);
  CHECK(puer.bodies[1]->translation_of == "abc");
  CHECK(loading->corpus->files[puer.bodies[1]->file].path == "content/teas/puer.en.md");
}

TEST_CASE("drafts are kept where they are asked for") {
  const auto loading = load(kTeas, true);
  REQUIRE(loading->corpus != nullptr);
  CHECK(ids_of(*loading->corpus) == std::vector<std::string>{"gongfu", "puer", "sencha"});
  CHECK(loading->corpus->hidden_drafts.empty());
  CHECK(loading->corpus->records[0].is_draft);
}

TEST_CASE("records and reports are the same on any number of jobs") {
  ContentFiles files = kTeas;
  for (int i = 0; i < 60; ++i) {
    const std::string id = "t" + std::to_string(i);
    files["teas/" + id + ".md"] = "---\ntitle: {zh: 茶, en: T}\n" + std::string(i % 3 == 0 ? "hu: x\n" : "") + "---\n" +
                                  (i % 4 == 0 ? "<b>raw</b> [[x|\n" : "text\n");
    if (i % 2 == 0) files["teas/" + id + ".en.md"] = "---\nhue: x\n---\nenglish\n";
  }
  const auto one = load(files, true, 1);
  const auto four = load(files, true, 4);
  REQUIRE(one->corpus != nullptr);
  REQUIRE(four->corpus != nullptr);
  CHECK(one->reports.size() > 1000);
  CHECK(one->reports == four->reports);
  CHECK(ids_of(*one->corpus) == ids_of(*four->corpus));
  CHECK(one->corpus->attachments == four->corpus->attachments);
  bool same = one->corpus->files.size() == four->corpus->files.size();
  for (std::size_t i = 0; same && i < one->corpus->files.size(); ++i) {
    same = one->corpus->files[i].path == four->corpus->files[i].path &&
           one->corpus->files[i].text == four->corpus->files[i].text;
  }
  CHECK(same);
  for (std::size_t i = 0; i < one->corpus->records.size(); ++i) {
    CHECK(one->corpus->records[i].file == four->corpus->records[i].file);
  }
}

TEST_CASE("files from Windows load like others") {
  ContentFiles files = kTeas;
  for (auto& [name, text] : files) {
    std::string windows;
    for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    text = windows;
  }
  const auto loading = load(files);
  CHECK(loading->reports == "");
  REQUIRE(loading->corpus != nullptr);
  const auto* hue = std::get_if<PlainText>(&loading->corpus->records[0].find("hue")->items[0].datum);
  REQUIRE(hue != nullptr);
  CHECK(hue->text == "dark");
}

TEST_CASE("without a site file or with a wrong schema there is no corpus") {
  ContentFiles files = kTeas;
  files.erase("site.yaml");
  const auto no_site = load(files);
  CHECK(no_site->corpus == nullptr);
  CHECK(no_site->reports.find("content/site.yaml:0:0: site-file-missing") == 0);
  const auto bad_schema = load(with(kTeas, {{"schema/cup.yaml", "kind: cup\n"}}));
  CHECK(bad_schema->corpus == nullptr);
  CHECK(bad_schema->reports.find("missing-key") != std::string::npos);
}

TEST_CASE("a folder that is not there is the machine's failure") {
  Diagnostics diagnostics;
  CHECK_THROWS_AS(load_corpus({"/nowhere/at/all", "content", false, 1}, diagnostics), FileError);
}

TEST_CASE("one wrong record does not hide the mistakes of others") {
  const auto loading = load(with(kTeas, {{"teas/a.yaml", "title: {zh: 甲, en: A}\nwat: 1\n"},
                                         {"teas/b.yaml", "hue: [x\n"},
                                         {"cups/c.yaml", "title: {zh: 甲}\n"},
                                         {"mugs/d.yaml", "title: x\n"},
                                         {"teas/stray.png", "x"}}));
  REQUIRE(loading->corpus != nullptr);
  const std::string& reports = loading->reports;
  CHECK(reports.find("content/teas/a.yaml:2:1: unknown-key") != std::string::npos);
  CHECK(reports.find("content/teas/b.yaml:") != std::string::npos);
  CHECK(reports.find("content/cups/c.yaml:1:8: missing-translation") != std::string::npos);
  CHECK(reports.find("content/mugs/d.yaml:0:0: unknown-folder") != std::string::npos);
  CHECK(reports.find("content/teas/stray.png:0:0: unclaimed-file") != std::string::npos);
}

TEST_CASE("one id is one record or page, whatever the folder and the ending") {
  CHECK(load(with(kTeas, {{"cups/puer.yaml", "title: {zh: 甲, en: A}\n"}}))->reports.find("duplicate-record") !=
        std::string::npos);
  CHECK(load(with(kTeas, {{"teas/puer.yaml", "title: {zh: 甲, en: A}\n"}}))->reports.find("duplicate-record") !=
        std::string::npos);
  CHECK(load(with(kTeas, {{"teas/about.yaml", "title: {zh: 甲, en: A}\n"}}))->reports.find("duplicate-record") !=
        std::string::npos);
}

TEST_CASE("the address of a site has a slash at its end and neither query nor fragment") {
  CHECK(normal_base_url("https://a.example") == "https://a.example/");
  CHECK(normal_base_url("https://a.example/b/") == "https://a.example/b/");
  CHECK(normal_base_url("http://localhost:8000/b") == "http://localhost:8000/b/");
  for (const char* bad : {"", "a.example", "https://", "http:///x", "https://a.example/?q", "https://a.example/#x",
                          "https://a.example/\"", "https://a b/", "ftp://a.example/", "javascript:alert(1)"}) {
    CHECK_FALSE(normal_base_url(bad).has_value());
  }
}
