#include "view/words.h"

#include <catch2/catch.hpp>

#include "support/show_diagnostics.h"

using namespace armillary;

namespace {

const Languages kLanguages = {
    {"zh", "zh-Hans", "中文", false}, {"en", "en", "English", false}, {"fr", "fr", "fr", false}};
const SourceFile kEnglish{"templates/strings/en.yaml",
                          "home: Home\nrecords: {one: '{n} record', other: '{n} records'}\n"};

struct WordsReading {
  std::vector<Words> words;
  std::string reports;
};

WordsReading read(const std::vector<SourceFile>& files, const Languages& languages) {
  Diagnostics diagnostics;
  WordsReading out;
  out.words = read_words(files, languages, diagnostics);
  diagnostics.sort();
  for (const Diagnostic& d : diagnostics.all()) {
    out.reports += fmt::format("{}:{}:{}: {} [{}]\n", d.path, d.line, d.column, d.text, d.code);
  }
  return out;
}

const Languages kTwo = {kLanguages[0], kLanguages[1]};

}  // namespace

TEST_CASE("each language has its own words") {
  const auto read_two = read({kEnglish, {"templates/strings/zh.yaml", "home: 首页\nrecords: '{n}条'\n"}}, kTwo);
  CHECK(read_two.reports == "");
  REQUIRE(read_two.words.size() == 2);
  CHECK(read_two.words[0].plain("home") == "首页");
  CHECK(read_two.words[0].plain("records") == "{n}条");
  CHECK(read_two.words[1].plain("home") == "Home");
  CHECK(read_two.words[1].plain("records") == "{n} records");
  CHECK(read_two.words[1].forms.at("records").at("one") == "{n} record");
}

TEST_CASE("a language without a file has the English words and one warning") {
  const auto reading = read({kEnglish, {"templates/strings/zh.yaml", "home: 首页\nrecords: '{n}条'\n"}}, kLanguages);
  CHECK(reading.words[2].plain("home") == "Home");
  CHECK(reading.words[2].stand_ins == std::set<std::string, std::less<>>{"home", "records"});
  CHECK(reading.words[0].stand_ins.empty());
  CHECK(reading.reports ==
        "templates:0:0: there is no strings/fr.yaml; the interface has English words in this language "
        "[missing-strings]\n");
}

TEST_CASE("in a variety of English nothing stands in for anything") {
  const auto reading = read({kEnglish}, {{"gb", "en-GB", "British English", false}});
  CHECK(reading.words[0].plain("home") == "Home");
  CHECK(reading.words[0].stand_ins.empty());
}

TEST_CASE("a word that a file lacks is English, with a warning; one that English lacks is a mistake") {
  const auto reading =
      read({kEnglish, {"templates/strings/zh.yaml", "hom: 首页\nrecords: {one: x, several: y}\n"}}, kTwo);
  CHECK(reading.words[0].plain("home") == "Home");
  CHECK(reading.words[0].stand_ins == std::set<std::string, std::less<>>{"home"});
  CHECK(reading.reports ==
        "templates/strings/zh.yaml:0:0: 'home' is missing; the English word is shown [missing-word]\n"
        "templates/strings/zh.yaml:1:1: no word 'hom' in strings/en.yaml; did you mean 'home'? [unknown-word]\n"
        "templates/strings/zh.yaml:2:19: 'several' is no plural category; they are zero, one, two, few, many and other "
        "[unknown-plural-form]\n");
}

TEST_CASE("without English words there are none") {
  const auto reading = read({}, kTwo);
  CHECK(reading.reports ==
        "templates:0:0: there is no strings/en.yaml; every other language falls back to it "
        "[missing-english-strings]\n");
  CHECK(reading.words.size() == 2);
  CHECK(reading.words[0].plain("home") == "home");
}

TEST_CASE("a file that is no YAML gives the English words") {
  const auto reading = read({kEnglish, {"templates/strings/zh.yaml", "home: [\n"}}, kTwo);
  CHECK(reading.reports != "");
  CHECK(reading.words[0].plain("home") == "Home");
  CHECK(reading.words[0].stand_ins.size() == 2);
}

TEST_CASE("a file for no language of the site is not asked") {
  const auto reading = read({kEnglish, {"templates/strings/xx.yaml", "wrong: [\n"}}, {kLanguages[1]});
  CHECK(reading.reports == "");
}

TEST_CASE("the file of one language is not taken for another whose name ends alike") {
  const auto reading = read({kEnglish, {"templates/strings/azh.yaml", "home: A\nrecords: B\n"}}, {kLanguages[0]});
  CHECK(reading.words[0].plain("home") == "Home");
  CHECK(reading.reports.find("missing-strings") != std::string::npos);
}

TEST_CASE("an unknown word stands for itself") {
  CHECK(Words{}.plain("home") == "home");
  Words words;
  words.forms["records"]["one"] = "x";
  CHECK(words.plain("records") == "records");
}

TEST_CASE("places in a pattern are filled once, unknown ones stay") {
  CHECK(fill("{a} and {b}", {{"a", "1"}, {"b", "2"}}) == "1 and 2");
  CHECK(fill("{a}{a}", {{"a", "1"}}) == "11");
  CHECK(fill("{c}", {{"a", "1"}}) == "{c}");
  CHECK(fill("{a", {{"a", "1"}}) == "{a");
  CHECK(fill("}{", {{"a", "1"}}) == "}{");
  CHECK(fill("{{a}}", {{"a", "1"}}) == "{1}");
  CHECK(fill("", {{"a", "1"}}) == "");
  // What is filled in is not looked at again.
  CHECK(fill("{a}{b}", {{"a", "{b}"}, {"b", "2"}}) == "{b}2");
}
