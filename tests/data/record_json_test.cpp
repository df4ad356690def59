#include "data/record_json.h"

#include <catch2/catch.hpp>

#include "data/json_schema.h"
#include "data/tabling.h"

using namespace armillary;

namespace {

std::string json_of(const Tabling& tabling, const std::string& id) {
  return record_json(*tabling.source, tabling.viewing->index(id));
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a record's JSON names its kind's schema and its page in every language") {
  const auto tabling = tabling_of(data_teas());
  CHECK(tabling->viewing->observatory->reports == "");
  const std::string json = json_of(*tabling, "puer");
  CHECK(json.starts_with(
      R"({"$schema":"https://tea.example/data/schema/tea.json","id":"puer","kind":"tea","page":)"
      R"({"zh":"https://tea.example/zh/teas/puer/","en":"https://tea.example/en/teas/puer/"},)"
      R"("title":{"zh":"普洱","en":"Pu'er"},"date":{"text":"2020-05~","start":"2020-05","end":"2020-05","about":true},)"));
}

TEST_CASE("a sourced fact stands with what it rests on, an absence says which") {
  const auto tabling = tabling_of(data_teas());
  CHECK(
      has(json_of(*tabling, "puer"),
          R"("hue":{"value":"green","source":"book","place":{"zh":"页三","en":"页三"},"stated":{"zh":"黑","en":"黑"},)"
          R"("note":{"zh":"误","en":"Wrong"}})"));
  CHECK(has(json_of(*tabling, "long"), R"("hue":{"absence":"not-stated"})"));
  CHECK_FALSE(has(json_of(*tabling, "book"), R"("hue")"));
}

TEST_CASE("values keep their types and numbers their digits") {
  const auto tabling = tabling_of(data_teas());
  const std::string json = json_of(*tabling, "puer");
  CHECK(has(json, R"("price":1.10,)"));
  CHECK(has(json, R"("kin":["book","long"])"));
  CHECK(has(json, R"("names":[{"language":"ja","text":"プーアル茶"}])"));
  CHECK(has(json, R"("source":"book","words":"*Good*"},{"by":"book"}])"));
}

TEST_CASE("texts are the Markdown that editors wrote, with the state of the translation") {
  const auto tabling = tabling_of(data_teas());
  CHECK(has(json_of(*tabling, "puer"), R"("texts":{"zh":{"state":"original","markdown":"正文 [[long]]"},)"
                                       R"("en":{"state":"machine","markdown":"Text"}})"));
  CHECK(has(json_of(*tabling, "long"), R"("texts":{})"));
}

TEST_CASE("a relation is told at both ends, with the date of its group's entry") {
  const auto tabling = tabling_of(data_teas());
  const std::string json = json_of(*tabling, "long");
  CHECK(has(json, R"({"from":"puer","kind":"tea","field":"kin","date":{"text":"2020-05~")"));
  CHECK(has(json, R"({"from":"puer","kind":"tea","field":"tasted.by","date":{"text":"2021",)"));
  CHECK(has(json, R"("mentioned_by":["puer"])"));
  CHECK(has(json_of(*tabling, "book"), R"("source_for":["puer"])"));
}

TEST_CASE("upkeep is dates, former ids and nothing that is not there") {
  const auto tabling = tabling_of(data_teas());
  const std::string json = json_of(*tabling, "puer");
  CHECK(json.ends_with(R"("sources":[],"published":{"text":"2024-01-02","start":"2024-01-02","end":"2024-01-02",)"
                       R"("about":false},"changes":[],"aliases":["old"]})"));
}

TEST_CASE("a withdrawn record says why and what replaced it") {
  const auto tabling =
      tabling_of(with(data_teas(), {{"teas/book.yaml",
                                     "title: {zh: 书, en: Book}\nkin: [puer]\nwithdrawn: {reason: {zh: 重, en: Twice}, "
                                     "replaced_by: long}\n"}}));
  CHECK(has(json_of(*tabling, "book"), R"("withdrawn":{"reason":{"zh":"重","en":"Twice"},"replaced_by":"long"})"));
}

TEST_CASE("a kind's schema knows its fields, its options and what is required") {
  const auto tabling = tabling_of(data_teas());
  const std::string schema =
      json_schema_of(*tabling->source, *tabling->viewing->site().corpus->schema.find_kind("tea"));
  CHECK(has(schema, R"("$id":"https://tea.example/data/schema/tea.json","title":"茶 / Tea")"));
  CHECK(has(schema, R"("kind":{"const":"tea"})"));
  CHECK(has(schema, R"("value":{"enum":["green"]})"));
  CHECK(has(schema, R"("price":{"type":"number"})"));
  CHECK(has(schema, R"("found":{"$ref":"#/$defs/date"})"));
}
