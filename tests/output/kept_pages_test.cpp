#include "output/kept_pages.h"

#include <catch2/catch.hpp>

#include "output/common_values.h"
#include "output/neighbours.h"
#include "output/planning.h"

using namespace armillary;

namespace {

using Places = std::vector<std::size_t>;  // of texts in Corpus::files

// Nine teas that stand beside each other by their titles, a cup that names no tea, and a page.
ContentFiles nine_teas() {
  ContentFiles files = {
      {"site.yaml",
       "title: {zh: 茶, en: Teas}\nbase_url: https://tea.example/\nlanguages:\n  zh: {tag: zh-Hans}\n  en: {}\n"
       "without: [search, data, feeds, status]\n"},
      {"schema/tea.yaml",
       "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n  title: {type: text, localized: true}\n"
       "  hue: {type: choice, facet: true, sourced: true, options: [green, black]}\n  near: {type: ref, to: [tea], "
       "many: true}\n"
       "  note: {type: markdown, localized: true}\n"},
      {"schema/cup.yaml",
       "kind: cup\nfolder: cups\nlabel: Cup\nfields:\n  title: {type: text, localized: true}\n"
       "  tea: {type: ref, to: [tea]}\n"},
      {"cups/c.yaml", "title: {zh: 杯, en: Cup}\n"},
      {"pages/about.md", "---\ntitle: {zh: 关于, en: About}\n---\n文\n"},
  };
  for (char tea = '1'; tea <= '9'; ++tea) {
    files[std::string("teas/t") + tea + ".md"] =
        std::string("---\ntitle: {zh: 茶") + tea + ", en: Tea " + tea + "}\nhue: green\n---\n文\n";
  }
  return files;
}

std::size_t text_of(const Planning& planning, const std::string& id) {
  const Site& site = planning.viewing->site();
  return site.record(*site.corpus->find(id)).file;
}

// The teas and the cup that are reached: "3 4 5".
std::string reached_from(const Planning& planning, const Places& texts, const Neighbours& last = {}) {
  const Site& site = planning.viewing->site();
  const auto reached = within_reach(site, texts, find_neighbours(site, planning.index), last);
  if (!reached) return "all";
  std::string out;
  for (const Record& record : site.corpus->records) {
    if ((*reached)[record.file] != 0) out += (out.empty() ? "" : " ") + record.id;
  }
  return out;
}

// The Chinese pages that may not stay: "zh/ zh/teas/t1/".
std::string made_anew(const Planning& planning, const TextChanges& changes, bool is_common_the_same = true) {
  const Site& site = planning.viewing->site();
  const Neighbours now = find_neighbours(site, planning.index);
  auto reached = is_common_the_same ? within_reach(site, changes.seen, now, now) : std::nullopt;
  const KeptPages kept(site, changes, std::move(reached));
  std::string out;
  for (const PlannedPage& page : planning.pages) {
    if (page.language != 0 || page.type == PageType::not_found || page.type == PageType::language_choice) continue;
    if (!kept.may_stay(page)) out += (out.empty() ? "" : " ") + page.address;
  }
  return out;
}

const std::string kLists =
    "zh/ zh/cups/ zh/teas/ zh/by/hue/ zh/by/hue/green/ zh/contribute/ zh/pages/about/ zh/sitemap/";

Fingerprint common_of(const Planning& planning) {
  std::vector<Map> globals;
  for (LanguageIndex i = 0; i < 2; ++i) globals.push_back(make_globals(planning.sources(), i, {}));
  return fingerprint_of_common(globals, planning.index.facets);
}

}  // namespace

TEST_CASE("a change reaches records two steps away, beside each other in lists of their kind") {
  const auto teas = plan(nine_teas());
  CHECK(teas->reports == "");
  CHECK(reached_from(*teas, {text_of(*teas, "t5")}) == "t3 t4 t5 t6 t7");
  CHECK(reached_from(*teas, {text_of(*teas, "t1"), text_of(*teas, "t9")}) == "t1 t2 t3 t7 t8 t9");
  CHECK(reached_from(*teas, {text_of(*teas, "c")}) == "c");
}

TEST_CASE("a step leads along a reference, a link in a text, a source and a successor, in both directions") {
  const auto c_reaches = [](const std::string& t5) {
    const auto teas = plan(with(nine_teas(), {{"teas/t5.md", t5}, {"cups/c.yaml", "title: {zh: 杯, en: Cup}\n"}}));
    return reached_from(*teas, {text_of(*teas, "t9")});
  };
  const std::string title = "title: {zh: 茶5, en: Tea 5}\n";
  CHECK(c_reaches("---\n" + title + "---\n文\n") == "t7 t8 t9");
  const std::string with_t5 = "t4 t5 t6 t7 t8 t9";
  CHECK(c_reaches("---\n" + title + "near: [t9]\n---\n文\n") == with_t5);
  CHECK(c_reaches("---\n" + title + "---\n文 [[t9]]\n") == with_t5);
  CHECK(c_reaches("---\n" + title + "note: {zh: '[[t9]]', en: N}\n---\n文\n") == with_t5);
  CHECK(c_reaches("---\n" + title + "sources: [{source: t9}]\n---\n文\n") == with_t5);
  CHECK(c_reaches("---\n" + title + "hue: {value: green, source: t9}\n---\n文\n") == with_t5);
  CHECK(c_reaches("---\n" + title + "withdrawn: {reason: {zh: 重, en: Twice}, replaced_by: t9}\n---\n文\n") == with_t5);
}

TEST_CASE("a record that is no longer named is reached as before") {
  const auto before = plan(with(nine_teas(), {{"cups/c.yaml", "title: {zh: 杯, en: Cup}\ntea: t5\n"}}));
  const Neighbours last = find_neighbours(before->viewing->site(), before->index);
  const auto now = plan(nine_teas());
  CHECK(reached_from(*now, {text_of(*now, "c")}) == "c");
  CHECK(reached_from(*now, {text_of(*now, "c")}, last) == "c t4 t5 t6");
}

TEST_CASE("what a text of no record changes, and numbers that no build wrote, reach everything or nothing") {
  const auto teas = plan(nine_teas());
  const std::size_t page = teas->viewing->site().corpus->pages.front().file;
  CHECK(reached_from(*teas, {page}) == "all");
  CHECK(reached_from(*teas, {text_of(*teas, "c")}, Neighbours(100, {4'000'000'000U})) == "c");
}

TEST_CASE("of a text of which others see no change only its own page is made anew") {
  const auto teas = plan(nine_teas());
  CHECK(made_anew(*teas, {}).empty());
  CHECK(made_anew(*teas, {{text_of(*teas, "t5")}, {}}) == "zh/teas/t5/");
  CHECK(made_anew(*teas, {{teas->viewing->site().corpus->pages.front().file}, {}}) == "zh/pages/about/");
}

TEST_CASE("where others see a change, records out of reach keep their pages") {
  const auto teas = plan(nine_teas());
  const TextChanges changes{{}, {text_of(*teas, "t2")}};
  CHECK(made_anew(*teas, changes) == kLists + " zh/teas/t1/ zh/teas/t2/ zh/teas/t3/ zh/teas/t4/");
  const TextChanges both{{text_of(*teas, "t9")}, {text_of(*teas, "t2")}};
  CHECK(made_anew(*teas, both) == made_anew(*teas, changes) + " zh/teas/t9/");
  const std::string all = made_anew(*teas, changes, false);
  CHECK(all.find(" zh/teas/t9/") != std::string::npos);
  CHECK(all.find(" zh/cups/c/") != std::string::npos);
}

TEST_CASE("a page that embeds a view may show any record") {
  const std::string view = "\n```view table kinds=tea columns=hue\n```\n";
  const auto teas = plan(with(nine_teas(), {{"teas/t8.md", "---\ntitle: {zh: 茶8, en: Tea 8}\n---\n文\n" + view},
                                            {"teas/t9.md",
                                             "---\ntitle: {zh: 茶9, en: Tea 9}\nnote:\n  zh: |\n    文\n"
                                             "    ```view table kinds=tea columns=hue\n    ```\n"
                                             "  en: N\n---\n文\n"}}));
  CHECK(teas->viewing->observatory->reports.find("error") == std::string::npos);
  const std::string made = made_anew(*teas, {{}, {text_of(*teas, "t1")}});
  CHECK(made.find("zh/teas/t3/ zh/teas/t8/ zh/teas/t9/") != std::string::npos);
}

TEST_CASE("what all pages show is told from what they do not") {
  const auto common_with = [](const ContentFiles& others) { return common_of(*plan(with(nine_teas(), others))); };
  const Fingerprint common = common_with({});
  const std::string t1 = "---\ntitle: {zh: 茶1, en: Tea 1}\nhue: ";
  CHECK(common_with({{"teas/t1.md", t1 + "green\nnear: [t4]\n---\n文\n"}}) == common);
  CHECK(common_with({{"teas/t1.md", "---\ntitle: {zh: 茶, en: Other}\nhue: green\n---\n文\n"}}) == common);
  CHECK(common_with({{"teas/t1.md", t1 + "black\n---\n文\n"}}) != common);                           // an option more
  CHECK(common_with({{"teas/t1.md", t1 + "green\nverified: 2024-01-01\n---\n文\n"}}) != common);     // today
  CHECK(common_with({{"teas/t1.md", t1 + "green\ndraft: true\n---\n文\n"}}) != common);              // a record less
  CHECK(common_with({{"pages/about.md", "---\ntitle: {zh: 站, en: About}\n---\n文\n"}}) != common);  // navigation
}
