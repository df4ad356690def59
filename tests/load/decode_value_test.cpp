#include "load/decode_value.h"

#include <catch2/catch.hpp>

#include "base/digest.h"
#include "base/file_system.h"
#include "load/decoding.h"
#include "support/temporary_folder.h"

using namespace armillary;

namespace {

std::string shown(const std::string& fields, const std::string& record) {
  const Decoding found = decode(fields, record);
  CHECK(found.reports == "");
  return found.shown;
}

std::string reports(const std::string& fields, const std::string& record) { return decode(fields, record).reports; }

}  // namespace

TEST_CASE("a text is what was written, never what YAML would guess") {
  const std::string field = "  a: {type: text}\n";
  CHECK(shown(field, "a: no\n") == "a=no");
  CHECK(shown(field, "a: 017\n") == "a=017");
  CHECK(shown(field, "a: 1_000\n") == "a=1_000");
  CHECK(shown(field, "a: 2023-11-01\n") == "a=2023-11-01");
  CHECK(shown(field, "a: 'null'\n") == "a=null");
  CHECK(shown(field, "a: cafe\xCC\x81\n") == "a=caf\xC3\xA9");
}

TEST_CASE("a text with a pattern must have its form as a whole") {
  const std::string field = "  a: {type: text, pattern: '[a-z]+'}\n";
  CHECK(shown(field, "a: abc\n") == "a=abc");
  CHECK(reports(field, "a: abc1\n") == "1:4 pattern-mismatch\n");
  CHECK(reports(field, "a: [abc]\n") == "1:4 one-value\n");
  CHECK(reports(field, "a: {zh: 甲}\n") == "1:4 plain-text\n");
}

TEST_CASE("a localized text has one text a language, and a missing one is a warning") {
  const std::string field = "  a: {type: text, localized: true}\n";
  CHECK(shown(field, "a: {zh: 甲, en: One}\n") == "a=甲|One");
  const Decoding half = decode(field, "a: {en: One}\n");
  CHECK(half.reports == "1:4 missing-translation\n");
  CHECK(half.shown == "a=|One");
  CHECK(reports(field, "a: One\n") == "1:4 text-per-language\n");
  CHECK(reports(field, "a: {en: ''}\n") == "1:4 missing-text\n");
}

TEST_CASE("a list of localized texts is a list of mappings, or a mapping of lists") {
  const std::string field = "  a: {type: text, localized: true, many: true}\n";
  CHECK(shown(field, "a: [{zh: 甲, en: One}, {zh: 乙, en: Two}]\n") == "a=甲|One, 乙|Two");
  CHECK(shown(field, "a: [{zh: 甲}, {en: Two}]\n") == "a=甲|, |Two");
  CHECK(shown(field, "a: {zh: [甲, 乙], en: [One]}\n") == "a=甲|, 乙|, |One");
  CHECK(shown(field, "a: {zh: 甲, en: [One]}\n") == "a=甲|, |One");
  CHECK(shown(field, "a: {en: [cafe\xCC\x81]}\n") == "a=|caf\xC3\xA9");
}

TEST_CASE("a text in any language keeps its tag") {
  const std::string field = "  a: {type: text, any_language: true}\n";
  CHECK(shown(field, "a: {fr: Thé, ja: 茶}\n") == "a=fr:Thé, ja:茶");
  CHECK(reports(field, "a: Thé\n") == "1:4 tagged-text\n");
  CHECK(reports(field, "a: {French: Thé}\n") == "1:5 bad-language-tag\n");
  const std::string many = "  a: {type: text, any_language: true, many: true}\n";
  CHECK(shown(many, "a: [{fr: Thé}, {ja: 茶}]\n") == "a=fr:Thé, ja:茶");
}

TEST_CASE("a date keeps the precision it was written with") {
  const std::string field = "  a: {type: date}\n";
  CHECK(shown(field, "a: 2023\n") == "a=2023");
  CHECK(shown(field, "a: 2023-11\n") == "a=2023-11");
  CHECK(shown(field, "a: 2023-11-01/2023-11-02~\n") == "a=2023-11-01/2023-11-02~");
  CHECK(shown(field, "a: '0794'\n") == "a=0794");
  CHECK(reports(field, "a: 2023-13\n") == "1:4 date-no-such-month\n");
}

TEST_CASE("a number keeps its digits and must lie between its bounds") {
  const std::string field = "  a: {type: number, min: 0, max: 10}\n";
  CHECK(shown(field, "a: 1.10\n") == "a=1.10");
  CHECK(shown(field, "a: 0\n") == "a=0");
  CHECK(shown(field, "a: 10\n") == "a=10");
  CHECK(reports(field, "a: -0.5\n") == "1:4 number-too-small\n");
  CHECK(reports(field, "a: 10.01\n") == "1:4 number-too-large\n");
  CHECK(reports(field, "a: 017\n") == "1:4 not-a-number\n");
  CHECK(reports(field, "a: 1,000\n") == "1:4 not-a-number\n");
  CHECK(reports(field, "a: 1e3\n") == "1:4 not-a-number\n");
}

TEST_CASE("an address is absolute and has a host") {
  const std::string field = "  a: {type: url}\n";
  CHECK(shown(field, "a: https://a.example/x?y#z\n") == "a=https://a.example/x?y#z");
  CHECK(shown(field, "a: http://a.example\n") == "a=http://a.example");
  for (const char* bad : {"a.example", "javascript:alert(1)", "https://", "https:///x", "'https://a b'", "ftp://a"}) {
    CHECK(reports(field, std::string("a: ") + bad + "\n") == "1:4 not-an-address\n");
  }
}

TEST_CASE("a choice is one of its options") {
  const std::string field = "  a: {type: choice, options: {no: 否, yes: 是}}\n";
  CHECK(shown(field, "a: no\n") == "a=#no");
  CHECK(shown(field, "a: 'yes'\n") == "a=#yes");
  CHECK(reports(field, "a: true\n") == "1:4 unknown-option\n");
  CHECK(shown("  a: {type: choice, many: true, options: [x, y]}\n", "a: [y, x]\n") == "a=#y, #x");
}

TEST_CASE("a boolean is true or false and nothing else") {
  const std::string field = "  a: {type: boolean}\n";
  CHECK(shown(field, "a: true\n") == "a=true");
  CHECK(shown(field, "a: false\n") == "a=false");
  CHECK(reports(field, "a: yes\n") == "1:4 expected-boolean\n");
  CHECK(reports(field, "a: 'true'\n") == "1:4 expected-boolean\n");
}

TEST_CASE("a reference is an id, whether or not such a record stands") {
  CHECK(shown("  a: {type: ref}\n", "a: sencha\n") == "a=@sencha");
  CHECK(shown("  a: {type: ref, many: true}\n", "a: [sencha, puer]\n") == "a=@sencha, @puer");
  CHECK(reports("  a: {type: ref, many: true}\n", "a: sencha\n") == "1:4 many-values\n");
}

TEST_CASE("Markdown is one text, or one a language") {
  CHECK(shown("  a: {type: markdown}\n", "a: '**x** y'\n") == "a=<x y><x y>");
  CHECK(shown("  a: {type: markdown, localized: true}\n", "a: {zh: 甲, en: '*b*'}\n") == "a=<甲><b>");
  CHECK(reports("  a: {type: markdown, localized: true}\n", "a: {zh: 甲}\n") == "1:4 missing-translation\n");
}

TEST_CASE("a group's values stand in the order of the schema and only those that hold something") {
  const std::string field =
      "  a:\n    type: group\n    many: true\n    fields:\n"
      "      when: {type: date, required: true}\n      who: {type: ref}\n      what: {type: text}\n";
  CHECK(shown(field, "a:\n  - {what: x, when: 2020}\n  - {when: 2021, who: b}\n") ==
        "a={when=2020; what=x}, {when=2021; who=@b}");
  CHECK(reports(field, "a:\n  - {what: x}\n") == "2:5 missing-field\n");
  CHECK(reports(field, "a:\n  - {when: 2020, wat: x}\n") == "2:18 unknown-key\n");
  CHECK(reports(field, "a: {when: 2020}\n") == "1:4 many-groups\n");
}

TEST_CASE("groups stand in groups") {
  const std::string field =
      "  a: {type: group, fields: {b: {type: group, many: true, fields: {c: {type: text, sourced: true}}}}}\n";
  CHECK(shown(field, "a: {b: [{c: x}, {c: {value: y, source: s}}]}\n") == "a={b={c=x}, {c=y[source s]}}");
}

TEST_CASE("a file beside the record is found, its digest and its words for the blind are checked") {
  const TemporaryFolder folder;
  write_file(folder.at("leaf.png"), "picture");
  write_file(folder.at("law.pdf"), "archive");
  const std::string field = "  a: {type: file}\n";
  const auto in_folder = [&](const std::string& record) { return decode(field, record, folder.path()); };

  const Decoding archive = in_folder("a: law.pdf\n");
  CHECK(archive.reports == "");
  CHECK(archive.shown == "a=law.pdf(|)");
  CHECK(archive.attachments == std::vector<std::string>{"teas/law.pdf"});

  const std::string digest = "sha256:" + sha256_hex("picture");
  const Decoding picture = in_folder("a: {path: leaf.png, alt: {zh: 叶, en: A leaf}, digest: '" + digest + "'}\n");
  CHECK(picture.reports == "");
  CHECK(picture.shown == "a=leaf.png(叶|A leaf)");

  CHECK(in_folder("a: leaf.png\n").reports == "1:4 picture-without-alt\n");
  CHECK(in_folder("a: {path: leaf.png, alt: x, digest: '" + ("sha256:" + sha256_hex("other")) + "'}\n").reports ==
        "1:37 digest-mismatch\n");
  CHECK(in_folder("a: none.pdf\n").reports == "1:4 file-missing\n");
  for (const char* outside : {"../law.pdf", "/etc/passwd", ".hidden", "''", "sub/law.pdf"}) {
    CHECK(in_folder(std::string("a: ") + outside + "\n").reports == "1:4 file-outside\n");
  }
}

TEST_CASE("a fact's evidence belongs to the field where the value is one") {
  const std::string field = "  a: {type: number, sourced: true}\n";
  CHECK(shown(field, "a: {value: 12, source: s, place: p. 3, stated: 11, note: {zh: 甲, en: One}}\n") ==
        "a=12[source s place p. 3|p. 3 stated 11|11 note 甲|One]");
  CHECK(shown(field, "a: {value: 12, url: 'https://a.example/'}\n") == "a=12[ url https://a.example/]");
  CHECK(shown(field, "a: 12\n") == "a=12");
}

TEST_CASE("evidence stands for a whole list, for an item, or for both") {
  const std::string field = "  a: {type: ref, many: true, sourced: true}\n";
  CHECK(shown(field, "a: {value: [x, y], source: s}\n") == "a=@x, @y[source s]");
  CHECK(shown(field, "a: [{value: x, source: s}, y]\n") == "a=@x[source s], @y");
  CHECK(shown(field, "a: {value: [{value: x, source: t}, y], source: s}\n") == "a=@x[source t], @y[source s]");
}

TEST_CASE("facts of every form of text keep their evidence") {
  CHECK(shown("  a: {type: text, localized: true, sourced: true}\n", "a: {value: {zh: 甲, en: One}, source: s}\n") ==
        "a=甲|One[source s]");
  CHECK(shown("  a: {type: text, localized: true, many: true, sourced: true}\n",
              "a: {value: {zh: [甲], en: [One]}, source: s}\n") == "a=甲|, |One[source s]");
  CHECK(shown("  a: {type: text, any_language: true, sourced: true}\n", "a: {value: {fr: Thé}, source: s}\n") ==
        "a=fr:Thé[source s]");
  CHECK(shown("  a: {type: text, any_language: true, many: true, sourced: true}\n",
              "a: [{value: {fr: Thé, de: Tee}, source: s}, {ja: 茶}]\n") ==
        "a=fr:Thé[source s], de:Tee[source s], ja:茶");
}

TEST_CASE("what a source states is said in the field's own terms where it can be") {
  const std::string field =
      "  a: {type: choice, sourced: true, options: {black: {zh: 红茶, en: Black}, green: {zh: 绿茶, en: Green}}}\n";
  CHECK(shown(field, "a: {value: green, source: s, stated: black}\n") == "a=#green[source s stated 红茶|Black]");
  CHECK(shown(field, "a: {value: green, source: s, stated: reddish}\n") == "a=#green[source s stated reddish|reddish]");
  CHECK(shown(field, "a: {value: green, source: s, stated: {zh: 偏红, en: reddish}}\n") ==
        "a=#green[source s stated 偏红|reddish]");
}

TEST_CASE("a fact is refused where the field is not sourced") {
  CHECK(reports("  a: {type: number}\n", "a: {value: 12, source: s}\n") == "1:4 not-sourced\n");
  CHECK(reports("  a: {type: ref, many: true}\n", "a: [{value: x, source: s}]\n") == "1:5 not-sourced\n");
}

TEST_CASE("a group with a field called value is no fact") {
  const std::string field = "  a: {type: group, sourced: true, fields: {value: {type: number}, note: {type: text}}}\n";
  CHECK(shown(field, "a: {value: 12, note: x}\n") == "a={value=12; note=x}");
}

TEST_CASE("the three absences are told apart, with evidence and without") {
  const std::string field = "  a: {type: number, sourced: true}\n";
  CHECK(shown(field, "a: not-stated\n") == "a=!not-stated");
  CHECK(shown(field, "a: not-checked\n") == "a=!not-checked");
  CHECK(shown(field, "a: none-found\n") == "a=!none-found");
  CHECK(shown(field, "a: {value: none-found, source: s}\n") == "a=!none-found[source s]");
  CHECK(shown("  a: {type: ref, many: true, sourced: true}\n", "a: none-found\n") == "a=!none-found");
  CHECK(shown("  a: {type: text, localized: true, sourced: true}\n", "a: not-stated\n") == "a=!not-stated");
}

TEST_CASE("an absence needs a field that is sourced; words in quotes are words, an option is an option") {
  CHECK(reports("  a: {type: number}\n", "a: not-stated\n") == "1:4 absence-not-sourced\n");
  CHECK(shown("  a: {type: text}\n", "a: not-stated\n") == "a=not-stated");
  CHECK(shown("  a: {type: text, sourced: true}\n", "a: 'not-stated'\n") == "a=not-stated");
  CHECK(shown("  a: {type: choice, sourced: true, options: [not-stated, x]}\n", "a: not-stated\n") == "a=#not-stated");
}

TEST_CASE("a required field may be absent with its reason, not without") {
  const std::string field = "  a: {type: number, sourced: true, required: true}\n";
  CHECK(shown(field, "a: not-stated\n") == "a=!not-stated");
  CHECK(reports(field, "title: {zh: 甲, en: One}\n") == "1:1 missing-field\n");
  CHECK(reports(field, "a:\n") == "1:3 empty-field\n");
}

TEST_CASE("a derived choice cannot be written") {
  const std::string fields =
      "  steps: {type: group, many: true, fields: {act: {type: choice, options: [made]}, day: {type: date}}}\n"
      "  state: {type: choice, options: [here], required: true,\n"
      "    derived: {from: steps, choice: act, date: day, map: {made: here}}}\n";
  CHECK(reports(fields, "state: here\n") == "1:8 derived-field\n");
  CHECK(shown(fields, "steps: [{act: made, day: 2020}]\n") == "steps={act=#made; day=2020}");
}

TEST_CASE("fields come in the schema's order whatever the record's") {
  CHECK(shown("  a: {type: text}\n  b: {type: text}\n", "b: 2\na: 1\ntitle: {zh: 甲, en: One}\n") ==
        "title=甲|One; a=1; b=2");
}

TEST_CASE("one wrong value does not hide the others") {
  const Decoding found =
      decode("  a: {type: ref, many: true}\n  b: {type: number}\n", "a: [x, {y: z}, w]\nb: 1\nc: 2\n");
  CHECK(found.shown == "a=@x, @w; b=1");
  CHECK(found.reports == "1:8 expected-text\n3:1 unknown-key\n");
}

TEST_CASE("items know the place of their value") {
  const Decoding found = decode("  a: {type: ref, many: true, sourced: true}\n", "a: [x, {value: yy, source: s}]\n");
  REQUIRE(found.fields.size() == 1);
  REQUIRE(found.fields[0].items.size() == 2);
  CHECK(found.file.slice(found.fields[0].items[0].span) == "x");
  CHECK(found.file.slice(found.fields[0].items[1].span) == "yy");
}

TEST_CASE("a site with one language needs no mapping of languages") {
  const Decoding found =
      decode("  a: {type: markdown, localized: true}\n", "title: Tea\na: b\n", "/", {{"en", "en", "English", false}});
  CHECK(found.reports == "");
  CHECK(found.shown == "title=Tea|; a=<b>");
}
