#include "link/link.h"

#include <catch2/catch.hpp>

#include "support/small_observatory.h"

using namespace armillary;

namespace {

const ContentFiles kSite = {
    {"site.yaml", "title: Teas\nbase_url: https://tea.example/\nlanguages:\n  zh: {tag: zh-Hans}\n  en: {}\n"},
    {"schema/tea.yaml",
     "kind: tea\nfolder: teas\nlabel: Tea\ncite: true\nfields:\n"
     "  title: {type: text}\n"
     "  from: {type: ref, to: [place], sourced: true}\n"
     "  note: {type: markdown}\n"
     "  found: {type: date, timeline: true}\n"
     "  steps: {type: group, many: true, fields: {at: {type: ref}, day: {type: date, timeline: true}}}\n"},
    {"schema/place.yaml", "kind: place\nfolder: places\nlabel: Place\nfields:\n  title: {type: text}\n"},
};

const SourceFile kFile{"a.md", "0123456789"};

std::unique_ptr<Observatory> sound(const ContentFiles& files, const std::optional<PartialDate>& today = std::nullopt) {
  auto out = observe(with(kSite, files), today);
  CHECK(out->reports == "");
  REQUIRE(out->site.has_value());
  return out;
}

std::vector<std::string> ids_of(const Observatory& observatory, const std::vector<RecordIndex>& records) {
  std::vector<std::string> out;
  for (const RecordIndex record : records) out.push_back(observatory.site->record(record).id);
  return out;
}

// The ids in the order of their titles.
std::string by_title(const Observatory& observatory, LanguageIndex language) {
  std::vector<RecordIndex> records;
  for (RecordIndex i = 0; i < observatory.site->corpus->records.size(); ++i) records.push_back(i);
  std::sort(records.begin(), records.end(),
            [&](RecordIndex a, RecordIndex b) { return title_comes_before(*observatory.site, language, a, b); });
  std::string out;
  for (const std::string& id : ids_of(observatory, records)) out += id + " ";
  return out;
}

// Places with these titles, all linked so that none is lonely.
std::unique_ptr<Observatory> titled(const std::map<std::string, std::string>& titles) {
  ContentFiles files;
  std::string links;
  for (const auto& [id, title] : titles) {
    files["places/" + id + ".yaml"] = title;
    links += "[[" + id + "]] ";
  }
  files["pages/all.md"] = "---\ntitle: {zh: 全, en: All}\n---\n" + links;
  files["pages/all.en.md"] = links;
  return sound(files);
}

std::optional<PartialDate> date(const std::string& text) { return std::get<PartialDate>(parse_partial_date(text)); }

}  // namespace

TEST_CASE("a reference is known from its target, with its entry and its date") {
  const auto site = sound({{"teas/a.yaml", "title: A\nfrom: p\nfound: 2019\nsteps: [{at: p, day: 2020-05}, {at: p}]\n"},
                           {"places/p.yaml", "title: P\n"}});
  const auto& incoming = site->site->links[site->index("p")].incoming;
  REQUIRE(incoming.size() == 3);
  CHECK(incoming[0].field->name.value == "from");
  CHECK(incoming[0].entry == nullptr);
  CHECK(incoming[0].date->to_string() == "2019");
  CHECK(incoming[1].entry != nullptr);
  CHECK(incoming[1].date->to_string() == "2020-05");
  CHECK(incoming[2].date->to_string() == "2019");
  CHECK(site->site->record(incoming[2].from).id == "a");
  CHECK(site->site->links[site->index("a")].date->to_string() == "2019");
  CHECK_FALSE(site->site->links[site->index("p")].date.has_value());
}

TEST_CASE("mentions in texts, fields and pages are known once each, one's own not at all") {
  const auto site = sound({{"teas/a.md", "---\ntitle: A\nnote: See [[p]].\n---\n[[p]] [[p|again]] [[a]] [@a]\n"},
                           {"teas/a.en.md", "[[p]]\n"},
                           {"places/p.yaml", "title: P\n"},
                           {"pages/about.md", "---\ntitle: {zh: 关, en: About}\n---\n[[p]] [[p]] [[about]]\n"},
                           {"pages/about.en.md", "[[p]]\n"}});
  const LinkedRecord& place = site->site->links[site->index("p")];
  CHECK(ids_of(*site, place.mentioned_by) == std::vector<std::string>{"a"});
  CHECK(place.mentioned_by_pages == std::vector<std::size_t>{0});
  CHECK(site->site->links[site->index("a")].mentioned_by.empty());
}

TEST_CASE("a source knows what it is a source for, once a record") {
  const auto site =
      sound({{"teas/a.yaml",
              "title: A\nfrom: {value: p, source: book}\nsources: [{source: book}, {source: book, place: p. 2}]\n"},
             {"teas/book.yaml", "title: Book\n"},
             {"places/p.yaml", "title: P\n"}});
  CHECK(ids_of(*site, site->site->links[site->index("book")].source_for) == std::vector<std::string>{"a"});
  CHECK(site->site->links[site->index("book")].incoming.empty());
}

TEST_CASE("references that lead nowhere are reported at every place where they can stand") {
  const auto site =
      observe(with(kSite, {{"teas/a.md",
                            "---\ntitle: A\nfrom: {value: q1, source: q2}\nsteps: [{at: q3}]\n"
                            "sources: [{source: q4}]\nwithdrawn: {reason: {zh: 否, en: No}, replaced_by: q5}\n"
                            "note: '[[q6]]'\n---\n[[q7]] [@q8]\n\n```view q9\n```\n"},
                           {"teas/a.en.md", "[[q10]]\n"}}));
  for (const char* expected :
       {"content/teas/a.md:3:15: unknown-record", "content/teas/a.md:3:27: unknown-record",
        "content/teas/a.md:4:14: unknown-record", "content/teas/a.md:5:20: unknown-record",
        "content/teas/a.md:6:51: unknown-record", "content/teas/a.md:7:10: unknown-record",
        "content/teas/a.md:9:3: unknown-record", "content/teas/a.md:9:10: unknown-record",
        "content/teas/a.md:11:9: unknown-embedded-view", "content/teas/a.en.md:1:3: unknown-record"}) {
    INFO(site->reports);
    CHECK(site->reports.find(expected) != std::string::npos);
  }
  CHECK(site->reports.find("lonely-record") == std::string::npos);
}

TEST_CASE("a reference to the wrong kind, a citation of what cannot be cited, oneself") {
  const auto site = observe(with(kSite, {{"teas/a.md", "---\ntitle: A\nfrom: b\nsteps: [{at: a}]\n---\n[@p]\n"},
                                         {"teas/a.en.md", "x\n"},
                                         {"teas/b.yaml", "title: B\n"},
                                         {"places/p.yaml", "title: P\n"}}));
  CHECK(site->reports.find("content/teas/a.md:3:7: wrong-kind") != std::string::npos);
  CHECK(site->reports.find("content/teas/a.md:4:14: self-reference") != std::string::npos);
  CHECK(site->reports.find("content/teas/a.md:6:3: not-citable") != std::string::npos);
}

TEST_CASE("a former id is an alias, and naming it says the new one") {
  const auto site =
      sound({{"teas/a.yaml", "title: A\nfrom: p\n"}, {"places/p.yaml", "title: P\naliases: [old, older]\n"}});
  REQUIRE(site->site->aliases.size() == 2);
  CHECK(site->site->aliases[0].id == "old");
  CHECK(site->site->aliases[0].record == site->index("p"));
  const auto wrong =
      observe(with(kSite, {{"teas/a.yaml", "title: A\nfrom: old\n"}, {"places/p.yaml", "title: P\naliases: [old]\n"}}));
  CHECK(wrong->reports.find("unknown-record: no record 'old'; its id is 'p' now") != std::string::npos);
}

TEST_CASE("an alias that is a record, another's alias or no address is reported and left out") {
  const auto site = observe(with(kSite, {{"teas/a.yaml", "title: A\nfrom: p\naliases: [p, x, x, Bad, pages]\n"},
                                         {"places/p.yaml", "title: P\naliases: [x]\n"}}));
  CHECK(site->reports.find("teas/a.yaml:3:11: alias-hides-record") != std::string::npos);
  CHECK(site->reports.find("alias-twice") != std::string::npos);
  CHECK(site->reports.find("teas/a.yaml:3:20: bad-alias") != std::string::npos);
  CHECK(site->reports.find("teas/a.yaml:3:25: bad-alias") != std::string::npos);
  REQUIRE(site->site.has_value());
  CHECK(site->site->aliases.size() == 1);
}

TEST_CASE("today is what was given, else the last day of the newest verification") {
  const ContentFiles files = {{"teas/a.yaml", "title: A\nfrom: p\nverified: 2024-02\n"},
                              {"places/p.yaml", "title: P\nverified: 2024-02-03\n"}};
  CHECK(sound(files)->site->today->to_string() == "2024-02-29");
  CHECK(sound(files, date("2020-01-01"))->site->today->to_string() == "2020-01-01");
  CHECK_FALSE(
      sound({{"teas/a.yaml", "title: A\nfrom: p\n"}, {"places/p.yaml", "title: P\n"}})->site->today.has_value());
}

TEST_CASE("only a record that nothing is linked with is lonely") {
  const auto site = observe(with(
      kSite,
      {{"teas/a.yaml", "title: A\nfrom: p\n"}, {"places/p.yaml", "title: P\n"}, {"places/alone.yaml", "title: Q\n"}}));
  CHECK(site->reports ==
        "content/places/alone.yaml:0:0: lonely-record: nothing links to 'alone' and it links to nothing; name it in "
        "another record, or another in it\n");
}

TEST_CASE("Chinese titles come by pinyin, Latin ones before them, title marks and quotation marks passed over") {
  const auto site = titled({{"beijing", "title: 《北京共识》\n"},
                            {"anhui", "title: “安徽”\n"},
                            {"chengdu", "title: 成都\n"},
                            {"zulu", "title: Zulu\n"},
                            {"alpha", "title: 《Alpha》\n"}});
  CHECK(by_title(*site, 0) == "alpha zulu anhui beijing chengdu ");
}

TEST_CASE("a sort key in pinyin puts a name where its sound belongs") {
  // 重 reads chong here, but zhong by itself.
  const std::map<std::string, std::string> titles = {
      {"chongqing", "title: 重庆\nsort_key: {zh: chongqing, en: Chongqing}\n"},
      {"chengdu", "title: 成都\n"},
      {"haikou", "title: 海口\n"},
      {"zhuhai", "title: 珠海\n"}};
  CHECK(by_title(*titled(titles), 0) == "chengdu chongqing haikou zhuhai ");
}

TEST_CASE("English titles come by letters, whatever their case and accents") {
  const auto site = titled(
      {{"a1", "title: zebra\n"}, {"a2", "title: Élan\n"}, {"a3", "title: \"'Apple'\"\n"}, {"a4", "title: eland\n"}});
  CHECK(by_title(*site, 1) == "a3 a2 a4 a1 ");
}

TEST_CASE("titles that are equal come by id") {
  const auto site = titled({{"c", "title: Same\n"}, {"a", "title: Same\n"}, {"b", "title: Same\n"}});
  CHECK(by_title(*site, 0) == "a b c ");
}

TEST_CASE("a list goes by date, then title, and what has no date comes last") {
  const auto site = titled({{"a", "title: Zulu\n"}, {"b", "title: Alpha\n"}});
  const RecordIndex a = site->index("a");
  const RecordIndex b = site->index("b");
  const auto before = [&](const std::optional<PartialDate>& date_a, const std::optional<PartialDate>& date_b) {
    const bool forward = comes_before(*site->site, 1, date_a, a, date_b, b);
    CHECK(forward != comes_before(*site->site, 1, date_b, b, date_a, a));
    return forward;
  };
  CHECK(before(date("2020"), date("2021")));
  CHECK_FALSE(before(date("2021"), date("2020")));
  CHECK_FALSE(before(date("2020"), date("2020")));
  CHECK(before(date("2020"), std::nullopt));
  CHECK_FALSE(before(std::nullopt, date("2020")));
  CHECK_FALSE(before(std::nullopt, std::nullopt));
  CHECK_FALSE(comes_before(*site->site, 1, date("2020"), a, date("2020"), a));
}
