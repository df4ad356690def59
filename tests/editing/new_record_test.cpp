#include "editing/new_record.h"

#include <catch2/catch.hpp>

#include "support/small_observatory.h"

using namespace armillary;

namespace {

const ContentFiles kTeas = {
    {"site.yaml",
     "title: {en: Teas, zh: 茶}\nbase_url: https://tea.example/\n"
     "languages: {en: {tag: en, label: English}, zh: {tag: zh-Hans, label: 中文}}\n"},
    {"schema/garden.yaml",
     "kind: garden\nfolder: gardens\nlabel: Garden\nfields:\n  title: {type: text, localized: "
     "true, required: true}\n"},
    {"gardens/wuyi.yaml", "title: {en: Wuyi, zh: 武夷}\n"},
    {"schema/tea.yaml",
     "kind: tea\nfolder: teas\nlabel: {en: {one: Tea, many: Teas}, zh: {one: 茶, many: 茶}}\nfields:\n"
     "  price: {type: number, unit: yuan}\n"
     "  title: {type: text, localized: true, required: true, label: {en: Name, zh: 名称}, help: {en: As sold., zh: "
     "商品名。}}\n"
     "  names: {type: text, localized: true, many: true}\n"
     "  words: {type: text, many: true, required: true}\n"
     "  local: {type: text, any_language: true}\n"
     "  text: {type: markdown, localized: true, required: true}\n"
     "  notes: {type: markdown, localized: true, many: true}\n"
     "  colour: {type: choice, required: true, sourced: true, label: {en: Colour, zh: 颜色},\n"
     "           options: {green: {en: Green, zh: 绿}, black: {en: Black, zh: 黑}}}\n"
     "  garden: {type: ref, to: [garden], required: true}\n"
     "  others: {type: ref, many: true}\n"
     "  picked: {type: date}\n"
     "  organic: {type: boolean}\n"
     "  shop: {type: url}\n"
     "  picture: {type: file}\n"
     "  code: {type: text, pattern: '[A-Z]+'}\n"
     "  state: {type: choice, options: {sold: Sold}, derived: {from: steps, choice: what, date: day, map: {sold: "
     "sold}}}\n"
     "  steps:\n    type: group\n    many: true\n    required: true\n    fields:\n"
     "      note: {type: text, localized: true}\n"
     "      what: {type: choice, required: true, options: {sold: Sold}}\n"
     "      day: {type: date, required: true}\n"
     "  origin: {type: group, fields: {place: {type: text, required: true}, since: {type: date}}}\n"},
};

std::string made(const Observatory& teas, LanguageIndex editor, bool has_text) {
  REQUIRE(teas.site);
  Words words;
  words.forms["new_required"]["other"] = "required";
  words.forms["new_options"]["other"] = "one of";
  const Corpus& corpus = *teas.site->corpus;
  const NewRecord record{*corpus.schema.find_kind("tea"),      "oolong", corpus.site.languages, editor, words,
                         PartialDate(DatePoint{2026, 11, 21}), has_text};
  return new_record_files(record).front().text;
}

void fill(std::string& text, const std::string& empty, const std::string& full) {
  const std::size_t at = text.find("\n" + empty + "\n");
  INFO(empty);
  REQUIRE(at != std::string::npos);
  text.replace(at + 1, empty.size(), full);
}

void fill_required(std::string& text) {
  fill(text, "title: {en: \"\", zh: \"\"}", "title: {en: \"Oolong, dark\", zh: \"乌龙\"}");
  fill(text, "words:", "words: [a]");
  fill(text, "text: {en: \"\", zh: \"\"}", "text: {en: \"Dark.\", zh: \"黑。\"}");
  fill(text, "colour:", "colour: black");
  fill(text, "garden:", "garden: wuyi");
  fill(text, "  - what:", "  - what: sold");
  fill(text, "    day:", "    day: 2024");
}

std::string without_comment_marks(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    out += (line.starts_with("# ") ? line.substr(2) : line) + "\n";
    at = end + 1;
  }
  return out;
}

}  // namespace

TEST_CASE("a new record is without a mistake once its required fields are filled") {
  const auto teas = observe(kTeas);
  std::string text = made(*teas, 0, false);
  fill_required(text);
  CHECK(observe(with(kTeas, {{"teas/oolong.yaml", text}}))->reports == "");
  text = made(*teas, 0, true);
  fill_required(text);
  CHECK(
      observe(with(kTeas, {{"teas/oolong.md", text}, {"teas/oolong.zh.md", "---\ntranslation: {state: draft}\n---\n"}}))
          ->reports == "");
}

TEST_CASE("each required field that was left empty is told") {
  const auto teas = observe(kTeas);
  const std::string reports = observe(with(kTeas, {{"teas/oolong.yaml", made(*teas, 0, false)}}))->reports;
  for (const char* name : {"title", "words", "text", "colour", "garden", "what", "day"}) {
    INFO(name);
    CHECK(reports.find("'" + std::string(name) + "'") != std::string::npos);
  }
}

TEST_CASE("every field stands there once, required ones first and derived ones not at all") {
  const auto teas = observe(kTeas);
  const std::string text = made(*teas, 0, false);
  std::size_t last = 0;
  for (const char* line : {"\ntitle:",
                           "\nwords:",
                           "\ntext:",
                           "\ncolour:",
                           "\ngarden:",
                           "\nsteps:\n  - what:\n    day:\n#     note:",
                           "\n# price:",
                           "\n# names:",
                           "\n# local:",
                           "\n# notes:\n#   - {en",
                           "\n# others: []",
                           "\n# picked:",
                           "\n# organic:",
                           "\n# shop:",
                           "\n# picture:",
                           "\n# code:",
                           "\n# origin:\n#   place:\n#   since:",
                           "\n# sources:",
                           "\npublished: 2026-11-21\n",
                           "\nverified: 2026-11-21\n"}) {
    INFO(line);
    const std::size_t at = text.find(line);
    REQUIRE(at != std::string::npos);
    CHECK(text.find(line, at + 1) == std::string::npos);
    CHECK(at > last);
    last = at;
  }
  CHECK(text.find("state:") == std::string::npos);
}

TEST_CASE("comments are in the editor's language and say what a field takes") {
  const auto teas = observe(kTeas);
  CHECK(made(*teas, 0, false).find("## Name (required) – As sold.\n") != std::string::npos);
  CHECK(made(*teas, 1, false).find("## 名称 (required) – 商品名。\n") != std::string::npos);
  CHECK(made(*teas, 0, false).find("## Colour (required) – one of green (Green), black (Black)\n##   | {value") !=
        std::string::npos);
  CHECK(made(*teas, 1, false).find("green (绿), black (黑)") != std::string::npos);
}

TEST_CASE("what is commented out is YAML of the right shape") {
  const auto teas = observe(kTeas);
  std::string text = without_comment_marks(made(*teas, 0, false));
  fill_required(text);
  const std::string reports = observe(with(kTeas, {{"teas/oolong.yaml", text}}))->reports;
  CHECK(reports.find("yaml-") == std::string::npos);
  CHECK(reports.find("unknown-key") == std::string::npos);
  CHECK(reports.find("expected-mapping") == std::string::npos);
  CHECK(reports.find("expected-list") == std::string::npos);
}
