// What stands where something else is due in site.yaml and in records: every place is told, and the rest is read.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "load/decode_site.h"
#include "load/decoding.h"
#include "support/small_observatory.h"

using namespace armillary;

namespace {

struct SiteDecoding {
  std::optional<SiteFile> site;
  std::string reports;
};

// Decodes a sound site.yaml of five lines with these lines behind it.
SiteDecoding decode_site_with(const std::string& more) {
  SiteDecoding out;
  Diagnostics diagnostics;
  out.site = decode_site({"content/site.yaml",
                          "languages:\n  zh: {tag: zh-Hans}\n  en: {}\ntitle: {zh: 茶, en: Tea}\n"
                          "base_url: https://tea.example\n" +
                              more},
                         diagnostics);
  out.reports = show_codes(std::move(diagnostics));
  return out;
}
std::string codes_of_site(const std::string& more) { return decode_site_with(more).reports; }

std::string codes_of_whole_site(const std::string& text) {
  Diagnostics diagnostics;
  decode_site({"content/site.yaml", text}, diagnostics);
  return show_codes(std::move(diagnostics));
}

// What is told of an observatory with these files among others that are sound: a site, a kind `tea`, a tea `oolong`.
std::string codes_with(const ContentFiles& more) {
  const TemporaryFolder folder;
  const ContentFiles sound = {
      {"site.yaml",
       "languages:\n  zh: {tag: zh-Hans}\n  en: {}\ntitle: {zh: 茶, en: Tea}\n"
       "base_url: https://tea.example\n"},
      {"schema/tea.yaml", "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n  title: {type: text, localized: true}\n"},
      {"teas/oolong.yaml", "title: {zh: 乌龙, en: Oolong}\n"}};
  write_content(folder, with(sound, more));
  Diagnostics diagnostics;
  load_files(folder, diagnostics, false, 1);
  return show_codes(std::move(diagnostics));
}

std::string codes_of_record(const std::string& more) {
  return codes_with({{"teas/puer.yaml", "title: {zh: 普洱, en: Puer}\n" + more}});
}

std::string codes_of_value(const std::string& field, const std::string& record) {
  return decode("  a: " + field + "\n", record).reports;
}

}  // namespace

TEST_CASE("the site's keys want values of their own form") {
  CHECK(codes_of_site("navigation: all\n") == "6:13 many-groups\n");
  CHECK(codes_of_site("views: all\n") == "6:8 many-groups\n");
  CHECK(codes_of_site("without: data\n") == "6:10 expected-list\n");
  CHECK(codes_of_site("search: {names: {tea: [[a]]}}\n") == "6:24 expected-text\n");
  CHECK(codes_of_site("search: {names: {tea: [title, hue], cup: title}}\n").empty());
  CHECK(codes_of_site("licence: {url: 'https://a.example/'}\n") == "6:10 missing-key\n");
  CHECK(codes_of_site("report: 'mailto:a@tea.example?subject={id}'\n").empty());
  CHECK(codes_of_site("report: 'https://tea.example/new?id={id}'\n").empty());
  for (const char* address : {"http://tea.example/{id}", "mailto:a@tea.example", "https://tea.example/{id} x"}) {
    INFO(address);
    CHECK(codes_of_site("report: '" + std::string(address) + "'\n") == "6:9 bad-report-address\n");
  }
}

TEST_CASE("the site's name, address and languages stand there, and are texts") {
  const std::string languages = "languages: {zh: {}}\n";
  CHECK(codes_of_whole_site(languages + "base_url: https://tea.example\n") == "1:1 missing-key\n");
  CHECK(codes_of_whole_site(languages + "title: 茶\n") == "1:1 missing-key\n");
  CHECK(codes_of_whole_site(languages + "title: 茶\nbase_url: [https://tea.example]\n") == "3:11 expected-text\n");
  CHECK(codes_of_whole_site("languages: {}\n") == "1:12 no-languages\n");
  CHECK(codes_of_whole_site("languages: [zh]\n") == "1:12 no-languages\n");
  CHECK(codes_of_whole_site("languages: [zh\n").find("yaml-unclosed-bracket") != std::string::npos);
}

TEST_CASE("a language is written to the left or to the right") {
  const auto direction = [](const std::string& word) {
    return codes_of_whole_site("languages: {zh: {direction: " + word +
                               "}}\ntitle: 茶\nbase_url: https://tea.example\n");
  };
  CHECK(direction("ltr").empty());
  CHECK(direction("rtl").empty());
  CHECK(direction("down") == "1:29 bad-direction\n");
}

TEST_CASE("the licence is a name alone, one in each language, or a name with its address") {
  const auto name_of = [](const std::string& licence) {
    const SiteDecoding decoding = decode_site_with("licence: " + licence + "\n");
    CHECK(decoding.reports.empty());
    REQUIRE(decoding.site.has_value());
    const Licence& read = *decoding.site->licence;
    return std::string(read.name.in(0)) + "|" + std::string(read.name.in(1)) + "|" + read.url;
  };
  CHECK(name_of("CC0") == "CC0|CC0|");
  CHECK(name_of("{zh: 公有, en: Public}") == "公有|Public|");
  CHECK(name_of("{name: CC0, url: 'https://a.example/'}") == "CC0|CC0|https://a.example/");
}

TEST_CASE("a view wants a type, a path and a title") {
  CHECK(codes_of_site("views:\n  - {view: [table], path: all, title: All}\n") == "7:12 expected-text\n");
  CHECK(codes_of_site("views:\n  - {path: all, title: All}\n") == "7:5 missing-key\n");
  CHECK(codes_of_site("views:\n  - {view: table, title: All}\n") == "7:5 missing-key\n");
  CHECK(codes_of_site("views:\n  - {view: table, path: all}\n") == "7:5 missing-key\n");
  CHECK(codes_of_site("views:\n  - {view: banana, path: all, title: All}\n") == "7:12 unknown-view\n");
  CHECK(codes_of_site("views:\n  - {view: table, path: a, title: A, where: {b: [[c]]}}\n") == "7:50 expected-text\n");
  CHECK(codes_of_site("views:\n  - {view: table, path: a, title: A, where: {b: {c: d}}}\n") == "7:49 expected-text\n");
}

TEST_CASE("what every record may say wants values of its own form") {
  CHECK(codes_of_record("sources: oolong\n") == "2:10 many-groups\n");
  CHECK(codes_of_record("sources: [oolong]\n") == "2:11 expected-mapping\n");
  CHECK(codes_of_record("changes: 2023\n") == "2:10 many-groups\n");
  CHECK(codes_of_record("changes: [{date: 2023}]\n") == "2:11 missing-key\n");
  CHECK(codes_of_record("changes: [{note: {zh: 改, en: Changed}}]\n") == "2:11 missing-key\n");
  CHECK(codes_of_record("changes: [{date: soon, note: {zh: 改, en: Changed}}]\n") == "2:18 date-unrecognised\n");
  CHECK(codes_of_record("withdrawn: true\n") == "2:12 expected-mapping\n");
  CHECK(codes_of_record("withdrawn: {replaced_by: oolong}\n") == "2:12 missing-key\n");
  CHECK(codes_of_record("verified: [2023]\n") == "2:11 expected-text\n");
  CHECK(codes_of_record("draft: perhaps\n") == "2:8 expected-boolean\n");
  CHECK(codes_of_record("aliases: pu-erh\n") == "2:10 expected-list\n");
  CHECK(codes_of_record("sources: [{source: oolong, note: {zh: 见, en: See}}]\n").empty());
}

TEST_CASE("a record and the facts of a translation are mappings") {
  CHECK(codes_with({{"teas/puer.yaml", "[a]\n"}}) == "1:1 expected-mapping\n");
  const auto translation = [](const std::string& text) {
    return codes_with({{"teas/puer.md", "---\ntitle: {zh: 普洱, en: Puer}\n---\n文\n"}, {"teas/puer.en.md", text}});
  };
  CHECK(translation("---\njust words\n---\nText\n") == "2:1 expected-mapping\n");
  CHECK(translation("---\n---\nText\n").empty());
  CHECK(translation("---\ntranslation: {of: abc}\n---\nText\n").empty());
  CHECK(translation("---\ntranslation: {state: [draft]}\n---\nText\n") == "2:22 expected-text\n");
}

TEST_CASE("a text for each language that must be there is not left empty") {
  CHECK(codes_of_record("changes: [{date: 2023, note: }]\n") == "2:29 text-per-language\n");
  CHECK(codes_of_record("withdrawn: {reason: }\n") == "2:20 text-per-language\n");
  CHECK(codes_of_record("sort_key:\n") == "2:10 text-per-language\n");
  CHECK(codes_with({{"pages/about.md", "---\ntitle:\n---\n文\n"}, {"pages/about.en.md", "Text\n"}}) ==
        "2:7 text-per-language\n");
}

TEST_CASE("files beside those that are read are told of, by what they are beside") {
  CHECK(codes_with({{"vocabularies/hues.txt", "a"}}) == "0:0 unclaimed-file\n");
  CHECK(codes_with({{"schema/tea.txt", "a"}}) == "0:0 unclaimed-file\n");
  CHECK(codes_with({{"cups/leaf.png", "a"}}) == "0:0 unknown-folder\n");
}

TEST_CASE("names of files that could be no addresses are told, however they end") {
  for (const char* path : {"teas/Bad.yaml", "teas/Bad_en.en.md", "teas/TEAEN.md", "teas/Tea (en).md"}) {
    INFO(path);
    CHECK(codes_with({{path, "title: {zh: 甲, en: One}\n"}}).starts_with("0:0 bad-record-id\n"));
  }
  CHECK(codes_with({{"teas/pages.yaml", "title: {zh: 甲, en: One}\n"}}) == "0:0 reserved-id\n");
  CHECK(codes_with({{"teas/feed.yaml", "title: {zh: 甲, en: One}\n"}}) == "0:0 reserved-id\n");
}

TEST_CASE("a translation without its page is told as one without its record") {
  CHECK(codes_with({{"pages/about.md", "---\ntitle: {zh: 关于, en: About}\n---\n文\n"},
                    {"pages/about.en.md", "Text\n"},
                    {"pages/abouts.en.md", "Text\n"}}) == "0:0 body-without-record\n");
}

TEST_CASE("addresses of the navigation lead to pages") {
  for (const char* address : {"", "//a.example/", "javascript:x"}) {
    INFO(address);
    CHECK(codes_of_site("navigation: [{url: '" + std::string(address) + "', label: A}]\n") == "6:20 unsafe-link\n");
  }
  CHECK(codes_of_site("navigation: [{url: 'https://a.example/', label: A}]\n").empty());
}

TEST_CASE("a file that is no text is told once and passed over") {
  CHECK(codes_with({{"schema/cup.yaml", "kind: \x07\n"}}) == "1:7 control-character\n");
  CHECK(codes_with({{"vocabularies/hues.yaml", "\xFF\n"}}) == "1:1 not-utf-8\n");
  CHECK(codes_with({{"site.yaml", "title: \xFF\n"}}) == "1:8 not-utf-8\n");
}

TEST_CASE("a field's value is of its type") {
  CHECK(codes_of_value("{type: number}", "a: {b: 1}\n") == "1:4 expected-text\n");
  CHECK(codes_of_value("{type: choice, options: [b]}", "a: {b: 1}\n") == "1:4 expected-text\n");
  CHECK(codes_of_value("{type: date}", "a: {b: 1}\n") == "1:4 expected-text\n");
  CHECK(codes_of_value("{type: url}", "a: {b: 1}\n") == "1:4 expected-text\n");
  CHECK(codes_of_value("{type: markdown}", "a: {b: 1}\n") == "1:4 expected-text\n");
  CHECK(codes_of_value("{type: file}", "a: {alt: x}\n") == "1:4 missing-key\n");
  CHECK(codes_of_value("{type: markdown, many: true}", "a: b\n") == "1:4 many-groups\n");
  CHECK(codes_of_value("{type: text, any_language: true}", "a: {en: [b]}\n") == "1:9 expected-text\n");
  CHECK(codes_of_value("{type: text, many: true}", "a: [b, ~]\n") == "1:8 empty-field\n");
  CHECK(codes_of_value("{type: text, many: true}", "a: {b: c}\n") == "1:4 many-values\n");
  CHECK(codes_of_value("{type: url, pattern: 'https://.*'}", "a: http://b.example/\n") == "1:4 pattern-mismatch\n");
}

TEST_CASE("a text for each language cannot be a text alone, of Markdown neither") {
  CHECK(codes_of_value("{type: markdown, localized: true}", "a: 文\n") == "1:4 text-per-language\n");
  CHECK(codes_of_value("{type: markdown, localized: true}", "a:\n") == "1:3 empty-field\n");
  CHECK(codes_of_value("{type: markdown, localized: true}", "a: {zh: [文], en: b}\n") ==
        "1:4 missing-translation\n1:9 expected-text\n");
}

TEST_CASE("names in a language may be empty or no texts") {
  CHECK(decode("  a: {type: text, localized: true, many: true}\n", "a: {zh: [甲, ''], en: b}\n").shown == "a=甲|, |b");
  CHECK(codes_of_value("{type: text, localized: true, many: true}", "a: {zh: [[甲]], en: b}\n") ==
        "1:10 expected-text\n");
}

TEST_CASE("what a source states may be several texts") {
  const std::string field = "  a: {type: text, sourced: true}\n";
  CHECK(decode(field, "a: {value: x, source: s, stated: [b, c]}\n").shown == "a=x[source s stated b, c|b, c]");
  CHECK(decode(field, "a: {value: x, source: s, stated: [b, [c]]}\n").reports == "1:38 expected-text\n");
}

TEST_CASE("a fact among several without its value is told as that") {
  CHECK(codes_of_value("{type: ref, many: true, sourced: true}", "a: [{source: s}]\n") == "1:5 missing-key\n");
  CHECK(codes_of_value("{type: ref, many: true, sourced: true}", "a: [{value: ~, source: s}]\n") ==
        "1:13 empty-field\n");
}

TEST_CASE("what is written within a scalar of several lines is told at its place as far as it can be") {
  // The text is no part of the file as it stands: a folded one has other line ends.
  const Decoding found = decode("  a: {type: markdown}\n",
                                "a: >\n  See [[oolong]] and [@oolong, p. 3] and ![x](y.png)\n  and more.\n\n"
                                "  ```view table\n  ```\n");
  CHECK(found.reports.empty());
  std::size_t places = 0;
  const auto& texts = std::get<LocalizedMarkdown>(found.fields.at(0).items.at(0).datum);
  const auto check = [&](Span span) {
    ++places;
    CHECK(span.begin == 3);  // where the field's text begins
  };
  for (const markdown::Gap& gap : texts.by_language.at(0).gaps) {
    if (const auto* link = std::get_if<markdown::RecordLink>(&gap.filling)) check(link->id.span);
    if (const auto* citation = std::get_if<markdown::Citation>(&gap.filling)) check(citation->works.at(0).id.span);
    if (const auto* address = std::get_if<markdown::RelativeAddress>(&gap.filling)) check(address->address.span);
  }
  CHECK(places == 3);

  const Decoding escaped = decode("  a: {type: markdown}\n", "a: \"文\\n\\n```view table\\n```\\n\"\n");
  const auto& shown = std::get<LocalizedMarkdown>(escaped.fields.at(0).items.at(0).datum).by_language.at(0);
  const auto view = std::find_if(shown.gaps.begin(), shown.gaps.end(), [](const markdown::Gap& gap) {
    return std::holds_alternative<markdown::EmbeddedView>(gap.filling);
  });
  REQUIRE(view != shown.gaps.end());
  CHECK(std::get<markdown::EmbeddedView>(view->filling).name.span.begin == 3);
}
