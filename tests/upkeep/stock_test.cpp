#include "upkeep/stock.h"

#include <catch2/catch.hpp>

#include "support/translated_teas.h"
#include "upkeep/text_digest.h"

using namespace armillary;

namespace {

// "LACK LANGUAGE ID DETAIL\n" for each.
std::string lacks(const ContentFiles& files, const DatePoint& today = {2024, 7, 1}) {
  const TemporaryFolder folder;
  write_content(folder, files);
  Diagnostics diagnostics;
  auto corpus = load_files(folder, diagnostics);
  REQUIRE(corpus != nullptr);
  const Site site = link_site(std::move(corpus), PartialDate(today), 1, diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  std::string out;
  for (const Finding& finding : take_stock(site)) {
    out += std::string(name_of(finding.lack)) + " " + finding.language + " " + finding.id + " " + finding.detail + "\n";
  }
  return out;
}

ContentFiles with_translation(const std::string& front_matter) {
  return with(kTranslatedTeas, {{"teas/longjing.zh.md", "---\n" + front_matter + "---\n\n绿。\n"}});
}

}  // namespace

TEST_CASE("a translation is judged by the digest of its original, not by dates") {
  const std::string digest = text_digest("Green.\n");
  CHECK(lacks(kTranslatedTeas) == "undigested zh longjing \n");
  CHECK(lacks(with_translation("translation: {state: reviewed, of: '" + digest + "'}\n")) == "");
  CHECK(lacks(with_translation("translation: {state: reviewed, of: 'sha256:0000000000000000'}\n")) ==
        "stale-translation zh longjing " + digest + "\n");
}

TEST_CASE("a text without front matter is no translation") {
  CHECK(lacks(with(kTranslatedTeas, {{"teas/longjing.zh.md", "绿。\n"}})) == "");
}

TEST_CASE("texts and fields that another language has are missing") {
  ContentFiles files =
      with(kTranslatedTeas, {{"teas/tieguanyin.yaml", "title: {en: Tieguanyin}\nverified: 2024-06-01\n"}});
  files.erase("teas/longjing.zh.md");
  CHECK(lacks(files) == "missing-text zh longjing \nmissing-translation zh tieguanyin title\n");
}

TEST_CASE("a value of a sourced field names its source, or its record does") {
  const auto price = [](const std::string& text) {
    return lacks(
        with(with_translation("translation: {state: official, of: " + text_digest("Green.") + "}\n"),
             {{"teas/tieguanyin.yaml", "title: {en: Tieguanyin, zh: 铁观音}\nverified: 2024-06-01\n" + text}}));
  };
  CHECK(price("price: 3\n") == "no-source  tieguanyin price\n");
  CHECK(price("price: 3\nsources: [{source: longjing}]\n") == "no-evidence  tieguanyin price\n");
  CHECK(price("price: {value: 3, source: longjing}\n") == "");
  CHECK(price("price: {value: 3, url: 'https://tea.example/'}\n") == "");
  CHECK(price("price: not-checked\n") == "not-checked  tieguanyin price\n");
  CHECK(price("price: none-found\n") == "");
}

TEST_CASE("records are verified within a year of today") {
  const ContentFiles files = with_translation("translation: {state: official, of: " + text_digest("Green.") + "}\n");
  CHECK(lacks(files, {2025, 6, 1}) == "");
  CHECK(lacks(files, {2025, 6, 3}) == "long-unverified  longjing 2024-06-01\nlong-unverified  tieguanyin 2024-06-01\n");
  CHECK(lacks(with(files, {{"teas/tieguanyin.yaml", "title: {en: Tieguanyin, zh: 铁观音}\n"}})) ==
        "never-verified  tieguanyin \n");
}

TEST_CASE("records without relations are told") {
  const ContentFiles files = with_translation("translation: {state: official, of: " + text_digest("Green.") + "}\n");
  CHECK(lacks(with(files, {{"teas/pu-er.yaml", "title: {en: Pu'er, zh: 普洱}\nverified: 2024-06-01\n"}})) ==
        "lonely-record  pu-er \n");
}

TEST_CASE("an address that a person found dead is told with its date") {
  const ContentFiles files = with_translation("translation: {state: official, of: " + text_digest("Green.") + "}\n");
  CHECK(lacks(with(files, {{"teas/tieguanyin.yaml",
                            "title: {en: Tieguanyin, zh: 铁观音}\nverified: 2024-06-01\n"
                            "sources: [{url: 'https://tea.example/a', dead: 2024-05-02}]\n"}})) ==
        "dead-link  tieguanyin https://tea.example/a 2024-05-02\n");
}

TEST_CASE("words that the glossary says to avoid are told in titles, not in lists of names") {
  const std::string& site = kTranslatedTeas.at("site.yaml");
  const std::string& schema = kTranslatedTeas.at("schema/tea.yaml");
  const ContentFiles files =
      with(with_translation("translation: {state: official, of: " + text_digest("Green.") + "}\n"),
           {{"site.yaml", site + "search: {glossary: words}\n"},
            {"vocabularies/words.yaml", "tea: {label: {en: oolong, zh: 乌龙茶}, avoid: {en: [wulong]}}\n"},
            {"schema/tea.yaml", schema + "  names: {type: text, localized: true, many: true}\n"}});
  const auto tea = [&](const std::string& text) {
    return lacks(with(files, {{"teas/tieguanyin.yaml", text + "verified: 2024-06-01\n"}}));
  };
  CHECK(tea("title: {en: A wulong, zh: 铁观音}\n") == "glossary-slip en tieguanyin wulong → oolong\n");
  CHECK(tea("title: {en: Tieguanyin, zh: 铁观音}\nnames: {en: [Wulong of Anxi]}\n") == "");
}
