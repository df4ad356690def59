#include "schema/read_localized.h"

#include <catch2/catch.hpp>

#include "schema/reading_schema.h"
#include "yaml/read_yaml.h"

using namespace armillary;

namespace {

struct LabelReading {
  LocalizedText text;
  std::string reports;
};

LabelReading read(const std::string& text, const Languages& languages, bool is_label) {
  const SourceFile file{"a.yaml", text};
  Diagnostics diagnostics;
  const auto root = read_yaml(file, {0, static_cast<std::uint32_t>(text.size())}, diagnostics);
  REQUIRE(root.has_value());
  const ReadContext context{file, languages, diagnostics};
  LabelReading out;
  const YamlNode& value = root->entries.front().value;
  out.text = is_label ? read_label(context, value) : read_localized_text(context, value, "title");
  out.reports = show(std::move(diagnostics));
  return out;
}

LabelReading label(const std::string& text) { return read(text, two_languages(), true); }
LabelReading localized(const std::string& text) { return read(text, two_languages(), false); }

bool localized_looks(const std::string& text) {
  const SourceFile file{"a.yaml", text};
  Diagnostics diagnostics;
  const auto root = read_yaml(file, {0, static_cast<std::uint32_t>(text.size())}, diagnostics);
  REQUIRE(root.has_value());
  return looks_localized(*root, two_languages());
}

}  // namespace

TEST_CASE("a label that is one text stands in every language") {
  const auto found = label("a: kg\n");
  CHECK(found.reports == "");
  CHECK(found.text.in(0) == "kg");
  CHECK(found.text.in(1) == "kg");
}

TEST_CASE("a language that is not written stays missing") {
  const auto found = label("a: {en: One}\n");
  CHECK(found.reports == "");
  CHECK_FALSE(found.text.has(0));
  CHECK(found.text.best(0) == "One");
}

TEST_CASE("a text that is written once a language must be, unless the site has one language") {
  CHECK(localized("a: 甲\n").reports ==
        "1:4-5: error: 'title' is written in each language; write {zh: …, en: …} [text-per-language]\n");
  CHECK(localized("a: {zh: 甲, en: One}\n").reports == "");
  const auto alone = read("a: One\n", {{"en", "en", "English", false}}, false);
  CHECK(alone.reports == "");
  CHECK(alone.text.in(0) == "One");
}

TEST_CASE("a language that the site does not have is reported with those it has") {
  CHECK(localized("a: {zh: 甲, fr: Un}\n").reports ==
        "1:12-14: error: no language 'fr' in site.yaml; its languages are zh, en [unknown-language]\n");
}

TEST_CASE("a comma that ends the text too early is named as such") {
  CHECK(label("a: {en: One, two, zh: 甲}\n").reports ==
        "1:14-17: error: the comma before 'two' ends the text; put the whole text in quotes [comma-in-text]\n");
}

TEST_CASE("texts are composed, however they were typed") {
  const auto found = label("a: {en: cafe\xCC\x81}\n");
  CHECK(found.text.in(1) == "caf\xC3\xA9");
}

TEST_CASE("a mapping looks like languages where a key is one, or all look like tags") {
  CHECK(localized_looks("{zh: 甲}\n"));
  CHECK(localized_looks("{zh: 甲, label: 乙}\n"));
  CHECK(localized_looks("{fr: Un, de: Eins}\n"));
  CHECK(localized_looks("{pt-BR: Um}\n"));
  CHECK_FALSE(localized_looks("{label: 甲, definition: 乙}\n"));
  CHECK_FALSE(localized_looks("{}\n"));
  CHECK_FALSE(localized_looks("[zh]\n"));
}
