#include "output/page_plan.h"

#include <catch2/catch.hpp>
#include <set>

#include "output/planning.h"

using namespace armillary;

namespace {

std::vector<std::string> addresses_of(const Planning& planning) {
  std::vector<std::string> out;
  for (const PlannedPage& page : planning.pages) out.push_back(page.address);
  return out;
}

std::vector<const PlannedPage*> pages_of(const Planning& planning, PageType type, LanguageIndex language) {
  std::vector<const PlannedPage*> out;
  for (const PlannedPage& page : planning.pages) {
    if (page.type == type && page.language == language) out.push_back(&page);
  }
  return out;
}

ContentFiles with_teas(std::size_t count) {
  ContentFiles files = tea_site();
  for (std::size_t i = 0; i < count; ++i) {
    files["teas/t" + std::to_string(i) + ".yaml"] = "title: {zh: 茶, en: T}\nhue: black\nfound: 1999\n";
  }
  return files;
}

}  // namespace

TEST_CASE("a site's pages have the addresses of the contract") {
  const auto planning = plan(tea_site());
  CHECK(planning->reports == "");
  const std::vector<std::string> expected = {"",
                                             "404.html",
                                             "zh/",
                                             "zh/teas/",
                                             "zh/years/",
                                             "zh/years/2020/",
                                             "zh/years/2021/",
                                             "zh/changes/",
                                             "zh/by/hue/",
                                             "zh/by/hue/green/",
                                             "zh/time/",
                                             "zh/data/",
                                             "zh/status/",
                                             "zh/contribute/",
                                             "zh/pages/about/",
                                             "zh/sitemap/",
                                             "zh/teas/a/",
                                             "zh/teas/b/",
                                             "zh/teas/old/",
                                             "en/",
                                             "en/teas/",
                                             "en/years/",
                                             "en/years/2020/",
                                             "en/years/2021/",
                                             "en/changes/",
                                             "en/by/hue/",
                                             "en/by/hue/green/",
                                             "en/time/",
                                             "en/data/",
                                             "en/status/",
                                             "en/contribute/",
                                             "en/pages/about/",
                                             "en/sitemap/",
                                             "en/teas/a/",
                                             "en/teas/b/",
                                             "en/teas/old/"};
  CHECK(addresses_of(*planning) == expected);
}

TEST_CASE("no address is given twice, and every page has a twin in every language") {
  const auto planning = plan(with_teas(230));
  CHECK(planning->reports == "");
  const std::vector<std::string> addresses = addresses_of(*planning);
  const std::set<std::string> unique(addresses.begin(), addresses.end());
  CHECK(unique.size() == addresses.size());
  for (const PlannedPage& page : planning->pages) {
    for (const LanguageIndex language : {LanguageIndex{0}, LanguageIndex{1}}) {
      CHECK(unique.contains(address_in(planning->viewing->site(), page, language)));
    }
  }
}

TEST_CASE("a long list has parts of a hundred, the last one with the rest") {
  const auto planning = plan(with_teas(199));  // and the two that are there
  const auto parts = pages_of(*planning, PageType::kind, 1);
  REQUIRE(parts.size() == 3);
  CHECK(parts[0]->address == "en/teas/");
  CHECK(parts[1]->address == "en/teas/pages/2/");
  CHECK(parts[2]->address == "en/teas/pages/3/");
  CHECK(parts[2]->part == 3);
  CHECK(parts[2]->parts == 3);
  CHECK(pages_of(*planning, PageType::year, 1).size() == 4);    // 1999 has two parts
  CHECK(pages_of(*planning, PageType::option, 1).size() == 3);  // black has two
}

TEST_CASE("a hundred entries are one part, one more makes two") {
  CHECK(pages_of(*plan(with_teas(98)), PageType::kind, 0).size() == 1);
  CHECK(pages_of(*plan(with_teas(99)), PageType::kind, 0).size() == 2);
}

TEST_CASE("a kind without records still has its page") {
  ContentFiles files = tea_site();
  files["schema/cup.yaml"] = "kind: cup\nfolder: cups\nlabel: Cup\nfields: {title: {type: text}}\n";
  const auto planning = plan(files);
  REQUIRE(pages_of(*planning, PageType::kind, 1).size() == 2);
  CHECK(pages_of(*planning, PageType::kind, 1)[0]->address == "en/cups/");
}

TEST_CASE("without dates there are no pages of years, without values none of a choice") {
  ContentFiles files = tea_site();
  files["teas/a.md"] = "---\ntitle: {zh: 甲, en: A}\n---\n[[b]]\n";
  files["teas/b.yaml"] = "title: {zh: 乙, en: B}\n";
  const auto planning = plan(files);
  CHECK(pages_of(*planning, PageType::years, 1).empty());
  CHECK(pages_of(*planning, PageType::field, 1).empty());
}

TEST_CASE("a table of a kind under the kind's own address takes the place of its list") {
  const auto site = [](const std::string& view) {
    return plan(
        with(tea_site(), {{"site.yaml",
                           "title: {zh: 茶, en: Teas}\nbase_url: https://tea.example/\nlanguages:\n  zh: {}\n  en: {}\n"
                           "views: [" +
                               view + "]\n"}}));
  };
  const auto table = site("{view: table, path: teas, title: T, kinds: [tea], columns: [hue]}");
  CHECK(table->reports == "");
  CHECK(pages_of(*table, PageType::kind, 1).empty());
  REQUIRE(pages_of(*table, PageType::view, 1).size() == 1);
  CHECK(pages_of(*table, PageType::view, 1)[0]->address == "en/teas/");
  const auto some = site("{view: table, path: teas, title: T, kinds: [tea], columns: [hue], where: {hue: green}}");
  CHECK(
      some->reports.find("content/site.yaml:6:29: address-twice: the address /zh/teas/ is claimed by the list of kind "
                         "'tea' and by the view 'teas'") == 0);
  const auto timeline = site("{view: timeline, path: teas, title: T, kinds: [tea]}");
  CHECK(timeline->reports.find("address-twice") != std::string::npos);
}

TEST_CASE("a clash of addresses is told once, not once a language") {
  const auto planning = plan(
      with(tea_site(), {{"site.yaml",
                         "title: {zh: 茶, en: Teas}\nbase_url: https://tea.example/\nlanguages:\n  zh: {}\n  en: {}\n"
                         "views: [{view: timeline, path: teas, title: T}]\n"}}));
  CHECK(planning->reports.find("address-twice") == planning->reports.rfind("address-twice"));
}

TEST_CASE("every type of page has a template of its own") {
  std::set<std::string_view> names;
  for (const PageType type : page_types()) names.insert(template_of(type));
  CHECK(names.size() == page_types().size());
  CHECK(page_types().size() == static_cast<std::size_t>(PageType::sitemap) + 1);
}

TEST_CASE("a view that was called status or contribute keeps its address") {
  const auto planning = plan(
      with(tea_site(),
           {{"site.yaml",
             "title: {zh: 茶, en: Teas}\nbase_url: https://tea.example/\nlanguages:\n  zh: {}\n  en: {}\n"
             "views: [{view: timeline, path: status, title: T}, {view: timeline, path: contribute, title: T}]\n"}}));
  CHECK(planning->reports == "");
  CHECK(pages_of(*planning, PageType::status, 1).empty());
  CHECK(pages_of(*planning, PageType::form, 1).empty());
}
