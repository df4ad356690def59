#include "data/site_tables.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <mutex>

#include "data/data_files.h"
#include "data/tabling.h"

using namespace armillary;

namespace {

std::string table(const Tabling& tabling, const std::string& name) {
  for (const TablePlan& plan : plan_tables(tabling.viewing->site())) {
    if (plan.name == name) return show(make_table(*tabling.source, plan, TableContent::columns_and_rows));
  }
  return "no table";
}

std::vector<std::string> names(const Tabling& tabling) {
  std::vector<std::string> out;
  for (const TablePlan& plan : plan_tables(tabling.viewing->site())) out.push_back(plan.name);
  return out;
}

}  // namespace

TEST_CASE("a kind's table has a column for each field and language, a row for each record") {
  const auto tabling = tabling_of(data_teas());
  CHECK(
      table(*tabling, "teas") ==
      "id;kind;page_zh;page_en;title_zh;title_en;hue;hue_zh;hue_en;hue_absence;found;found_first_day;found_last_day;"
      "price;kin;kin_zh;kin_en;names;tasted_count;date;date_first_day;date_last_day;published;verified;withdrawn;"
      "replaced_by;aliases;draft\n"
      "book;tea;https://tea.example/zh/teas/book/;https://tea.example/en/teas/book/;书;Book;;;;;;;;;puer;普洱;Pu'er;;;"
      ";;;;;false;;;false\n"
      "long;tea;https://tea.example/zh/teas/long/;https://tea.example/en/teas/long/;龙井;=Longjing;;;;not-stated;;;;;"
      "puer;普洱;Pu'er;;;;;;;;false;;;false\n"
      "puer;tea;https://tea.example/zh/teas/puer/;https://tea.example/en/teas/puer/;普洱;Pu'er;green;绿;Green;;"
      "2020-05~;2020-05-01;2020-05-31;1.10;book | long;书 | 龙井;Book | =Longjing;ja: プーアル茶;2;2020-05~;2020-05-01;"
      "2020-05-31;2024-01-02;;false;;old;false");
}

TEST_CASE("a relation's row has the entry's own date and source where it stands in a group") {
  const auto tabling = tabling_of(data_teas());
  CHECK(table(*tabling, "relations") ==
        "from;relation;to;date;date_first_day;date_last_day;source;from_kind;to_kind;entry\n"
        "book;kin;puer;;;;;tea;tea;\n"
        "long;kin;puer;;;;;tea;tea;\n"
        "puer;kin;book;2020-05~;2020-05-01;2020-05-31;;tea;tea;\n"
        "puer;kin;long;2020-05~;2020-05-01;2020-05-31;;tea;tea;\n"
        "puer;tasted.by;long;2021;2021-01-01;2021-12-31;book;tea;tea;1\n"
        "puer;tasted.source;book;2021;2021-01-01;2021-12-31;book;tea;tea;1\n"
        "puer;tasted.by;book;2020-05~;2020-05-01;2020-05-31;;tea;tea;2");
}

TEST_CASE("the groups of one name are one table over all kinds, a column of one name is one column") {
  const auto tabling = tabling_of(
      with(data_teas(), {{"schema/cup.yaml",
                          "kind: cup\nfolder: cups\nlabel: Cup\nfields:\n  title: {type: text, localized: true}\n"
                          "  tasted: {type: group, fields: {by: {type: ref}, place: {type: text}}}\n"},
                         {"cups/cup.yaml", "title: {zh: 杯, en: Cup}\ntasted: {by: puer, place: Home}\n"}}));
  CHECK(table(*tabling, "tasted") ==
        "record;kind;entry;by;by_zh;by_en;place;on;on_first_day;on_last_day;source;source_zh;source_en;words\n"
        "cup;cup;1;puer;普洱;Pu'er;Home;;;;;;;\n"
        "puer;tea;1;long;龙井;=Longjing;;2021;2021-01-01;2021-12-31;book;书;Book;*Good*\n"
        "puer;tea;2;book;书;Book;;;;;;;;");
}

TEST_CASE("records have only what every kind has") {
  const auto tabling = tabling_of(
      with(data_teas(), {{"schema/cup.yaml",
                          "kind: cup\nfolder: cups\nlabel: Cup\nfields:\n  title: {type: text, localized: true}\n"
                          "  found: {type: text}\n"},
                         {"cups/cup.yaml", "title: {zh: 杯, en: Cup}\n"}}));
  const std::string records = table(*tabling, "records");
  CHECK(records.starts_with("id;kind;page_zh;page_en;title_zh;title_en;date;date_first_day;date_last_day;published;"));
  CHECK(std::count(records.begin(), records.end(), '\n') == 4);
}

TEST_CASE("facts say what they rest on, or why there is none") {
  const auto tabling = tabling_of(data_teas());
  CHECK(table(*tabling, "facts") ==
        "record;kind;field;entry;item;value;absence;source;url;place_zh;place_en;stated_zh;stated_en;note_zh;note_en\n"
        "long;tea;hue;;;;not-stated;;;;;;;;\n"
        "puer;tea;hue;;;green;;book;;页三;页三;黑;黑;误;Wrong");
}

TEST_CASE("texts, mentions and steps are tables of their own") {
  const auto tabling = tabling_of(data_teas());
  CHECK(table(*tabling, "texts") ==
        "record;kind;language;state;markdown\npuer;tea;zh-Hans;original;正文 [[long]]\npuer;tea;en;machine;Text");
  CHECK(table(*tabling, "mentions") == "from;from_kind;to;to_kind\npuer;tea;long;tea");
  CHECK(table(*tabling, "steps") ==
        "record;kind;field;date;date_first_day;date_last_day;step_zh;step_en\n"
        "puer;tea;found;2020-05~;2020-05-01;2020-05-31;;");
}

TEST_CASE("a kind's folder goes before a group of its name, and both behind the tables that every site has") {
  const auto tabling =
      tabling_of(with(data_teas(), {{"schema/fact.yaml",
                                     "kind: fact\nfolder: facts\nlabel: Fact\nfields:\n  title: {type: text}\n"
                                     "  teas: {type: group, fields: {by: {type: ref}}}\n"}}));
  CHECK(names(*tabling) == std::vector<std::string>{"records", "relations", "mentions", "facts", "steps", "texts",
                                                    "sources", "changes", "facts-records", "teas", "tasted",
                                                    "teas-entries"});
}

TEST_CASE("all files are handed on, and the same bytes on any number of threads") {
  const auto tabling = tabling_of(data_teas());
  const auto files = [&](std::size_t jobs) {
    std::map<std::string, std::string> out;
    std::mutex mutex;
    const std::size_t count = write_data(*tabling->source, tabling->viewing->contexts, jobs,
                                         [&](const std::string& name, const FileContent& content) {
                                           const std::lock_guard<std::mutex> lock(mutex);
                                           out[name] = content.joined();
                                         });
    CHECK(count == out.size());
    return out;
  };
  const auto alone = files(1);
  CHECK(alone == files(4));
  CHECK(alone.at("data/observatory.sqlite").starts_with("SQLite format 3"));
  CHECK(alone.at("data/records.jsonl") ==
        alone.at("data/records/book.json") + alone.at("data/records/long.json") + alone.at("data/records/puer.json"));
  CHECK_FALSE(alone.contains("data/texts.csv"));
  CHECK(alone.at("data/SHA256SUMS").find("  records/puer.json\n") != std::string::npos);
}

TEST_CASE("a site without records has its files all the same") {
  ContentFiles files = data_teas();
  for (const char* name : {"teas/puer.md", "teas/puer.en.md", "teas/long.yaml", "teas/book.yaml"}) files.erase(name);
  const auto tabling = tabling_of(files);
  std::map<std::string, std::string> out;
  write_data(*tabling->source, tabling->viewing->contexts, 1,
             [&](const std::string& name, const FileContent& content) { out[name] = content.joined(); });
  CHECK(out.at("data/records.jsonl").empty());
  CHECK(out.at("data/records.json").ends_with("\"records\":[\n]}\n"));
}
