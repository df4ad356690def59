#include "yaml/mapping_reader.h"

#include <catch2/catch.hpp>
#include <functional>
#include <optional>
#include <string>

#include "yaml/reading.h"

using namespace armillary;

namespace {

// What is reported when the document's mapping is read so.
std::string reports(const std::string& text, const std::function<void(MappingReader&)>& read) {
  const Reading reading = read_text(text);
  CHECK(reading.reports == "");
  REQUIRE(reading.root.has_value());
  Diagnostics diagnostics;
  MappingReader reader(*reading.root, reading.file, diagnostics);
  read(reader);
  return show(std::move(diagnostics));
}

// The value of the key, read as a boolean.
std::optional<Located<bool>> boolean_of(const Reading& reading, std::string_view key, Diagnostics& diagnostics) {
  const YamlNode* value = reading.root->find(key);
  REQUIRE(value != nullptr);
  return read_boolean(*value, reading.file, diagnostics);
}

std::string reports_on_text(const std::string& text) {
  return reports(text, [](MappingReader& reader) { CHECK_FALSE(reader.take_text("值").has_value()); });
}
std::string reports_on_boolean(const std::string& text) {
  const Reading reading = read_text(text);
  Diagnostics diagnostics;
  CHECK_FALSE(boolean_of(reading, "值", diagnostics).has_value());
  return show(std::move(diagnostics));
}
std::string reports_on_list(const std::string& text) {
  return reports(text, [](MappingReader& reader) { CHECK_FALSE(reader.take_text_list("值").has_value()); });
}

}  // namespace

TEST_CASE("known keys give their values with their places") {
  const std::string text = "名: 甲\nlist: [a, 'b']\nnone:\n";
  const std::string found = reports(text, [](MappingReader& reader) {
    CHECK(reader.is_mapping());
    const auto name = reader.take_text("名");
    REQUIRE(name.has_value());
    CHECK(name->value == "甲");
    CHECK(name->span.begin == 5);
    CHECK(name->span.end == 8);
    const auto list = reader.take_text_list("list");
    REQUIRE(list.has_value());
    REQUIRE(list->size() == 2);
    CHECK(list->at(1).value == "b");
    REQUIRE(reader.take("none") != nullptr);
    CHECK(reader.take("none")->is_empty());
    CHECK(reader.take("missing") == nullptr);
    CHECK_FALSE(reader.take_text("missing").has_value());
    reader.finish();
  });
  CHECK(found == "");
}

TEST_CASE("an empty list is a list") {
  CHECK(reports("a: []", [](MappingReader& reader) { CHECK(reader.take_text_list("a")->empty()); }) == "");
}

TEST_CASE("what is no mapping is reported once") {
  const auto read = [](MappingReader& reader) {
    CHECK_FALSE(reader.is_mapping());
    CHECK(reader.require("kind") == nullptr);
    reader.finish();
  };
  CHECK(reports("- a\n- b", read) == "1:1-4: error: expected a mapping, found a list [expected-mapping]\n");
  CHECK(reports("", read) == "1:1-1: error: expected a mapping, found nothing [expected-mapping]\n");
  CHECK(reports("text", read) == "1:1-5: error: expected a mapping, found text [expected-mapping]\n");
}

TEST_CASE("a text that was meant as a mapping is told how") {
  const auto read = [](MappingReader&) {};
  CHECK(reports("zh:宣言", read) ==
        "1:1-6: error: expected a mapping, found text; write a space after each key's ':' [expected-mapping]\n");
  CHECK(reports("zh：宣言", read) ==
        "1:1-6: error: expected a mapping, found text; write ': ' in place of the full-width colon '：' "
        "[expected-mapping]\n");
  CHECK(reports("zh:　宣言", read) ==
        "1:1-7: error: expected a mapping, found text; write an ordinary space behind each key's ':' "
        "[expected-mapping]\n");
  CHECK(reports("http://a.org", read) == "1:1-13: error: expected a mapping, found text [expected-mapping]\n");
  CHECK(reports("zh texts", read) == "1:1-9: error: expected a mapping, found text [expected-mapping]\n");
  CHECK(reports("宣言：x", read) == "1:1-5: error: expected a mapping, found text [expected-mapping]\n");
  CHECK(reports("'zh:x'", read) == "1:1-7: error: expected a mapping, found text [expected-mapping]\n");
}

TEST_CASE("a missing key is reported where the mapping begins") {
  CHECK(reports("# 注\n名: 甲\n", [](MappingReader& reader) { CHECK(reader.require("kind") == nullptr); }) ==
        "2:1-1: error: key 'kind' is missing in this mapping [missing-key]\n");
  CHECK(reports("kind: law\n", [](MappingReader& reader) { CHECK(reader.require("kind") != nullptr); }) == "");
}

TEST_CASE("keys that were never taken are unknown, with the nearest known ones") {
  const auto read = [](MappingReader& reader) {
    for (const char* key : {"kind", "label", "fields"}) reader.take(key);
    reader.finish();
  };
  CHECK(reports("kind: law\nlabels: x\n", read) ==
        "2:1-7: error: unknown key 'labels'; did you mean 'label'? [unknown-key]\n");
  CHECK(reports("字段: x\nkind: law\n", read) ==
        "1:1-3: error: unknown key '字段'; known here: 'kind', 'label' and 'fields' [unknown-key]\n");
  CHECK(reports("Kind: a\n\"x y\": b\n", read) ==
        "1:1-5: error: unknown key 'Kind'; did you mean 'kind'? [unknown-key]\n"
        "2:1-6: error: unknown key 'x y'; known here: 'kind', 'label' and 'fields' [unknown-key]\n");
}

TEST_CASE("a mapping without known keys has only unknown ones") {
  CHECK(reports("a: b", [](MappingReader& reader) { reader.finish(); }) ==
        "1:1-2: error: unknown key 'a' [unknown-key]\n");
}

TEST_CASE("text is expected where text is due") {
  CHECK(reports_on_text("值: [a]") == "1:4-7: error: expected text, found a list [expected-text]\n");
  CHECK(reports_on_text("值: {a: b}") == "1:4-10: error: expected text, found a mapping [expected-text]\n");
  CHECK(reports_on_text("值:") == "1:3-3: error: expected text, found nothing [expected-text]\n");
}

TEST_CASE("true and false are read") {
  const Reading reading = read_text("open: true\nshut: false\n");
  Diagnostics diagnostics;
  CHECK(boolean_of(reading, "open", diagnostics)->value);
  CHECK_FALSE(boolean_of(reading, "shut", diagnostics)->value);
  CHECK(diagnostics.all().empty());
}

TEST_CASE("only true and false are booleans") {
  const auto [written, help] = GENERATE(table<std::string, std::string>({{"yes", "; write true"},
                                                                         {"no", "; write false"},
                                                                         {"on", "; write true"},
                                                                         {"off", "; write false"},
                                                                         {"True", "; write true"},
                                                                         {"FALSE", "; write false"},
                                                                         {"y", "; write true"},
                                                                         {"0", "; write false"},
                                                                         {"是", ""},
                                                                         {"maybe", ""}}));
  const std::size_t end = 4 + (written == "是" ? 1 : written.size());
  CHECK(reports_on_boolean("值: " + written) ==
        fmt::format("1:4-{}: error: expected true or false, found '{}'{} [expected-boolean]\n", end, written, help));
}

TEST_CASE("a boolean has no quotes and is no collection") {
  CHECK(reports_on_boolean("值: 'true'") ==
        "1:4-10: error: expected true or false, found 'true'; write it without quotes [expected-boolean]\n");
  CHECK(reports_on_boolean("值: 'perhaps'") ==
        "1:4-13: error: expected true or false, found 'perhaps' [expected-boolean]\n");
  CHECK(reports_on_boolean("值: [true]") == "1:4-10: error: expected true or false, found a list [expected-boolean]\n");
  CHECK(reports_on_boolean("值:") == "1:3-3: error: expected true or false, found nothing [expected-boolean]\n");
}

TEST_CASE("a single text is not a list") {
  CHECK(reports_on_list("值: 甲") == "1:4-5: error: expected a list, found text; write [甲] [expected-list]\n");
  CHECK(reports_on_list("值: a, b's") ==
        "1:4-10: error: expected a list, found text; write ['a, b''s'] [expected-list]\n");
  CHECK(reports_on_list("值: ''") == "1:4-6: error: expected a list, found text; write [''] [expected-list]\n");
  CHECK(reports_on_list("值: '- a'") ==  // which stands in quotes within brackets, too
        "1:4-9: error: expected a list, found text; write ['- a'] [expected-list]\n");
  CHECK(reports_on_list("值:\n  -a\n  -b") ==
        "2:3-5: error: expected a list, found text; write a space after each '-' [expected-list]\n");
  CHECK(reports_on_list("值: {a: b}") == "1:4-10: error: expected a list, found a mapping [expected-list]\n");
  CHECK(reports_on_list("值:") == "1:3-3: error: expected a list, found nothing [expected-list]\n");
}

TEST_CASE("every item of a list that is no text is reported") {
  CHECK(reports_on_list("值: [a, [b], {c: d}]") ==
        "1:8-11: error: expected text, found a list [expected-text]\n"
        "1:13-19: error: expected text, found a mapping [expected-text]\n");
}
