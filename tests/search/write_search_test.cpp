#include "search/write_search.h"

#include <catch2/catch.hpp>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>

#include "search/letters.h"
#include "support/small_observatory.h"
#include "view/cards.h"

using namespace armillary;

namespace {

const ContentFiles kTeas = {
    {"site.yaml",
     "title: {en: Teas, zh: 茶}\nbase_url: https://tea.example\nlanguages: {en: {tag: en}, zh: {tag: zh-Hans}}\n"
     "search: {glossary: terms, names: {colour: hue}}\n"},
    {"vocabularies/terms.yaml", "oxidation: {label: {en: oxidation, zh: 发酵}, also: {en: [oxidising]}}\n"},
    {"schema/tea.yaml",
     "kind: tea\nfolder: teas\nlabel: {en: Tea, zh: 茶}\nfields:\n  title: {type: text, localized: true}\n"
     "  summary: {type: text, localized: true}\n  hue: {type: choice, facet: true, options: [green, dark]}\n"
     "  codes: {type: text, many: true}\n  like: {type: ref}\n"},
    {"teas/puer.md", "title: {en: Pu'er, zh: 普洱}\nhue: dark\ncodes: [PE-1]\n"},
    {"teas/sencha.md", "---\ntitle: {en: Sencha, zh: 煎茶}\nhue: green\nlike: puer\n---\nOxidising is stopped.\n"},
};

struct Index {
  std::unique_ptr<Observatory> observatory;
  std::map<std::string, std::string> files;

  std::string at(const std::string& start) const {
    const auto found = files.lower_bound(start);
    return found != files.end() && found->first.starts_with(start) ? found->second : "no such file";
  }
};

Index write(const ContentFiles& files, std::size_t jobs = 1) {
  Index out;
  out.observatory = observe(files);
  REQUIRE(out.observatory->site);
  const Site& site = *out.observatory->site;
  const SourceFile words{"en.yaml", "pages: Pages\npage: Page\ndate_span: '{start} {end}'\ndate_about: '{date}'\n"};
  Diagnostics diagnostics;
  const std::vector<Words> all = read_words({words}, site.file().languages, diagnostics);
  std::vector<ViewContext> contexts;
  for (LanguageIndex i = 0; i < site.file().languages.size(); ++i) {
    contexts.push_back({site, i, all[i], LocaleFormat(site.file().languages[i].tag, all[i]), {}});
  }
  const FacetIndex facets = collect_facets(site);
  std::mutex mutex;
  write_search({site, contexts, facets}, jobs, [&](const std::string& name, const FileContent& content) {
    const std::lock_guard lock(mutex);
    out.files[name] = content.joined();
  });
  return out;
}

ContentFiles teas() {
  ContentFiles out = kTeas;
  out["teas/puer.md"] = "---\n" + out["teas/puer.md"] + "---\n";
  return out;
}

}  // namespace

TEST_CASE("the manifest tells the kinds with their importance, the facets and the glossary") {
  const Index index = write(teas());
  const std::string manifest = index.at("search/en/index.json");
  CHECK(manifest.find("\"kinds\":[[\"tea\",\"Tea\",\"Tea\",2,[1]]]") != std::string::npos);
  CHECK(manifest.find("[\"hue\",\"hue\",[\"colour\"],0,\"") != std::string::npos);
  CHECK(manifest.find("\"glossary\":[[\"oxidation\",\"oxidation\",\"oxidising\",\"发酵\"]]") != std::string::npos);
  CHECK(index.at("search/en/f0-") == "[[\"green\",\"green\",[1]],[\"dark\",\"dark\",[0]]]");
}

TEST_CASE("entries to which others refer come first, with their names in all languages") {
  const Index index = write(teas());
  CHECK(index.at("search/zh/e0-") ==
        "[{\"address\":\"zh/teas/puer/\",\"title\":\"普洱\",\"names\":[\"Pu'er\",\"PE-1\"]},\n"
        "{\"address\":\"zh/teas/sencha/\",\"title\":\"煎茶\",\"names\":[\"Sencha\"]}]");
}

TEST_CASE("a text that a language lacks is found in its own language only") {
  const Index index = write(teas());
  CHECK(index.at("search/en/x1-") == "[\"Oxidising is stopped.\"]");
  CHECK(index.at("search/zh/x") == "no such file");
  CHECK(index.at("search/en/t0-").find("@oxidation") != std::string::npos);
  CHECK(index.at("search/zh/t0-").find("@oxidation") == std::string::npos);
}

TEST_CASE("titles are found by their sounds and first letters in every language") {
  for (const std::string language : {"en", "zh"}) {
    const std::string terms = write(teas()).at("search/" + language + "/t0-");
    CHECK(terms.find("jiancha") != std::string::npos);
    CHECK(terms.find("!") != std::string::npos);
  }
}

namespace {

// Seventy more, of which the longer texts do not fit into one piece.
ContentFiles many_teas() {
  ContentFiles files = teas();
  for (std::size_t i = 0; i < 70; ++i) {
    const std::string name = "tea-" + std::to_string(i);
    files["teas/" + name + ".md"] =
        "---\ntitle: {en: " + name + "}\n---\n" + name + ". " + std::string(i * 20, 'a') + "\n";
  }
  return files;
}

}  // namespace

TEST_CASE("the index is the same on any number of threads") {
  const auto one = write(many_teas(), 1).files;
  CHECK(one.size() > 50);
  CHECK(write(many_teas(), 5).files == one);
}

TEST_CASE("every entry tells where its text stands") {
  const Index index = write(many_teas());
  std::size_t found = 0;
  for (const auto& [name, piece] : index.files) {
    if (!name.starts_with("search/en/e")) continue;
    for (const auto& entry : nlohmann::json::parse(piece)) {
      if (!entry.contains("text")) continue;
      const auto& place = entry["text"];
      const std::string file = "search/en/x" + std::to_string(place[0].get<int>()) + "-" + place[1].get<std::string>();
      REQUIRE(index.files.contains(file + ".json"));
      const auto text = nlohmann::json::parse(index.files.at(file + ".json"))[place[2].get<std::size_t>()];
      const std::string title = entry["title"];
      CHECK((title == "Sencha" ? text == "Oxidising is stopped." : text.get<std::string>().starts_with(title + ".")));
      ++found;
    }
  }
  CHECK(found == 71);
}

TEST_CASE("records stand under the first letter of their title or its sound") {
  ContentFiles files = teas();
  files["teas/a.yaml"] = "title: {en: '“Éclair”', zh: 重庆}\nsort_key: {zh: chongqing}\n";
  files["teas/b.yaml"] = "title: {en: '2024', zh: ２０２４}\n";
  const auto observatory = observe(files);
  REQUIRE(observatory->site);
  std::string letters;
  for (const LanguageIndex language : {0U, 1U}) {
    for (const LetterGroup& group : group_by_letter(*observatory->site, language)) {
      letters += group.letter + std::to_string(group.records.size()) + " ";
    }
    letters += "/ ";
  }
  CHECK(letters == "E1 P1 S1 #1 / C1 J1 P1 #1 / ");
}
