#include "schema/field.h"

#include <catch2/catch.hpp>

#include "schema/reading_schema.h"

using namespace armillary;

namespace {

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("every type of field has one word, and the word leads back to it") {
  using enum FieldType;
  for (const FieldType type : {text, markdown, date, number, url, file, choice, boolean, ref, group}) {
    CHECK(field_type_named(name_of(type)) == type);
  }
  CHECK(name_of(FieldType::ref) == "ref");
  CHECK_FALSE(field_type_named("Text").has_value());
  CHECK_FALSE(field_type_named("").has_value());
}

TEST_CASE("a path leads through groups to a field") {
  const auto reading = read_all({kind_file("tea",
                                           "  steps:\n"
                                           "    type: group\n"
                                           "    many: true\n"
                                           "    fields:\n"
                                           "      who: {type: group, fields: {name: {type: text}}}\n"
                                           "      day: {type: date}\n")});
  CHECK(reading.reports == "");
  const Kind* tea = reading.schema.find_kind("tea");
  REQUIRE(tea != nullptr);
  const auto name_at = [&](const char* path) {
    const Field* field = tea->find_path(path);
    return field == nullptr ? std::string("nothing") : field->name.value;
  };
  CHECK(name_at("steps") == "steps");
  CHECK(name_at("steps.day") == "day");
  CHECK(name_at("steps.who.name") == "name");
  CHECK(name_at("steps.name") == "nothing");
  CHECK(name_at("title.day") == "nothing");
  CHECK(name_at("steps.") == "nothing");
  CHECK(name_at(".steps") == "nothing");
  CHECK(name_at("") == "nothing");
}

TEST_CASE("a field of every key keeps what was written") {
  const auto reading = read_all({kind_file("tea",
                                           "  code: {type: text, pattern: '[a-z]+', link: 'https://a.example/{value}', "
                                           "help: {zh: 说明, en: Help}, required: true, sourced: true}\n"
                                           "  mass: {type: number, unit: g, min: -0.5, max: 10}\n"
                                           "  names: {type: text, any_language: true, many: true}\n"
                                           "  parts: {type: group, fields: {id: {type: text, anchor: true}}}\n"
                                           "  from: {type: ref, to: [tea], facet: true, inverse: {zh: 赠, en: Gives}}\n"
                                           "  when: {type: date, timeline: true}\n")});
  REQUIRE(reading.reports == "");
  const Kind& tea = reading.schema.kinds.front();
  const Field& code = *tea.find_field("code");
  CHECK(code.required);
  CHECK(code.sourced);
  CHECK_FALSE(code.many);
  CHECK(code.help.in(0) == "说明");
  CHECK(code.link == "https://a.example/{value}");
  REQUIRE(code.compiled_pattern.has_value());
  CHECK(code.compiled_pattern->matches("abc"));
  CHECK_FALSE(code.compiled_pattern->matches("abc1"));
  const Field& mass = *tea.find_field("mass");
  CHECK(mass.unit.in(0) == "g");
  CHECK(mass.unit.in(1) == "g");
  CHECK(mass.min == -0.5);
  CHECK(mass.max == 10.0);
  CHECK(tea.find_field("names")->any_language);
  CHECK(tea.find_path("parts.id")->anchor);
  const Field& from = *tea.find_field("from");
  CHECK(from.facet);
  CHECK(from.inverse.in(1) == "Gives");
  CHECK(from.inverse.in(0) == "赠");
  CHECK(from.label.is_absent());
  CHECK(tea.find_field("when")->timeline);
}

TEST_CASE("terms are found by their ids") {
  const auto reading =
      read_all({kind_file("tea", "  hue: {type: choice, options: {green: {en: Green}, black: Black}}\n")});
  REQUIRE(reading.reports == "6:40-51: warning: 'green' is missing in zh [missing-translation]\n");
  const Field& hue = *reading.schema.kinds.front().find_field("hue");
  REQUIRE(hue.find_term("black") != nullptr);
  CHECK(hue.find_term("black")->label.in(0) == "Black");
  CHECK_FALSE(hue.find_term("green")->label.has(0));
  CHECK(hue.find_term("Green") == nullptr);
}

TEST_CASE("an option that is a number or a yes stays the text that was written") {
  const auto reading = read_all({kind_file("tea", "  hue: {type: choice, options: {yes: 是, 017: 十七, 1e3: 千}}\n")});
  REQUIRE(reading.reports == "");
  const auto& terms = reading.schema.kinds.front().find_field("hue")->terms;
  REQUIRE(terms.size() == 3);
  CHECK(terms[0].id == "yes");
  CHECK(terms[1].id == "017");
  CHECK(terms[2].id == "1e3");
}

TEST_CASE("fields keep the order in which they are written") {
  const auto reading = read_all({kind_file("tea", "  z: {type: text}\n  a: {type: text}\n  m: {type: text}\n")});
  CHECK(names_of(reading.schema.kinds.front().fields) == Names{"title", "z", "a", "m"});
}

TEST_CASE("a wrong field is reported once and the others are read") {
  const auto reading = read_all({kind_file("tea", "  Bad: {type: txt}\n  good: {type: text}\n")});
  CHECK(reading.reports ==
        "6:3-6: error: 'Bad' cannot name a field; use a-z, 0-9 and '_', beginning with a letter [bad-field-name]\n"
        "6:15-18: error: no field type 'txt'; did you mean 'text'? [unknown-field-type]\n");
  CHECK(names_of(reading.schema.kinds.front().fields) == Names{"title", "Bad", "good"});
}

TEST_CASE("a key of another type is reported with the type that it stands in") {
  const auto reading = read_all({kind_file("tea",
                                           "  a: {type: text, min: 3}\n"
                                           "  b: {type: date, options: [x]}\n"
                                           "  c: {type: ref, timeline: true}\n"
                                           "  d: {type: text, facet: true}\n")});
  CHECK(reading.reports ==
        "6:24-25: error: 'min' has no meaning for a field of type text [key-not-for-type]\n"
        "7:28-31: error: 'options' has no meaning for a field of type date [key-not-for-type]\n"
        "8:28-32: error: 'timeline' has no meaning for a field of type ref [key-not-for-type]\n"
        "9:26-30: error: 'facet' has no meaning for a field of type text [key-not-for-type]\n");
}

TEST_CASE("a key that every record has can name no field, but one inside a group") {
  const auto reading = read_all({kind_file("tea",
                                           "  sources: {type: text}\n"
                                           "  steps: {type: group, fields: {sources: {type: text}}}\n")});
  CHECK(reading.reports ==
        "6:3-10: error: 'sources' is a key that every record has already; choose another name [reserved-field-name]\n");
}
