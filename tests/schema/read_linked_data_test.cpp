#include "schema/read_linked_data.h"

#include <catch2/catch.hpp>

#include "schema/reading_schema.h"

using namespace armillary;

namespace {

std::string properties_of(const LinkedData& data) {
  std::string out;
  for (const LinkedProperty& property : data.properties) {
    out += property.name.value + ":";
    for (const LinkedSource& source : property.sources) out += " " + source.field.value;
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("a property is filled by a field, by several, or by a field with more to say of it") {
  const auto reading = read_all({kind_file(
      "tea",
      "  found: {type: date}\n  hue: {type: choice, options: [green, black]}\n"
      "  steps: {type: group, many: true, fields: {what: {type: choice, options: [sold, bought]}, on: {type: date}}}\n",
      "jsonld:\n  type: Product\n  subtype: {field: hue, values: {green: GreenTea}}\n  properties:\n    color: hue\n"
      "    identifier: [title, hue]\n    releaseDate: {field: found, form: start}\n"
      "    soldOn: {field: steps.on, where: {what: [sold]}}\n")});
  CHECK(reading.reports.empty());
  REQUIRE(reading.schema.kinds.front().linked_data.has_value());
  const LinkedData& data = *reading.schema.kinds.front().linked_data;
  CHECK(data.type.value == "Product");
  REQUIRE(data.subtype.has_value());
  CHECK(data.subtype->values.front().second == "GreenTea");
  CHECK(properties_of(data) == "color: hue\nidentifier: title hue\nreleaseDate: found\nsoldOn: steps.on\n");
  CHECK(data.properties[2].sources.front().form == LinkedForm::start);
  CHECK(data.properties[3].sources.front().where.value == "what");
  CHECK(data.properties[3].sources.front().terms.front().value == "sold");
}

TEST_CASE("a kind has the properties of what it extends, but its own where both name one") {
  const std::string common =
      "abstract: true\njsonld: {type: Thing, properties: {name: title, url: home}}\nfields:\n"
      "  title: {type: text, localized: true}\n  home: {type: url}\n";
  const auto reading =
      read_all({schema_file("entry", common),
                schema_file("tea",
                            "kind: tea\nfolder: teas\nlabel: Tea\nextends: entry\njsonld: {type: Product, "
                            "properties: {name: code}}\nfields:\n  code: {type: text}\n"),
                schema_file("cup", "kind: cup\nfolder: cups\nlabel: Cup\nextends: entry\nfields: {}\n")});
  CHECK(reading.reports.empty());
  const Kind& tea = *reading.schema.find_kind("tea");
  CHECK(tea.linked_data->type.value == "Product");
  CHECK(properties_of(*tea.linked_data) == "name: code\nurl: home\n");
  const Kind& cup = *reading.schema.find_kind("cup");
  CHECK(cup.linked_data->type.value == "Thing");
  CHECK(properties_of(*cup.linked_data) == "name: title\nurl: home\n");
}

TEST_CASE(
    "a reference may be told of some kinds only, and as another thing; an empty list takes an inherited property "
    "away") {
  const auto reading =
      read_all({schema_file("entry",
                            "abstract: true\njsonld: {type: Thing, properties: {name: title, url: home}}\nfields:\n"
                            "  title: {type: text, localized: true}\n  home: {type: url}\n"),
                schema_file("tea",
                            "kind: tea\nfolder: teas\nlabel: Tea\nextends: entry\njsonld:\n  properties:\n"
                            "    seller: {field: by, only: [tea, entry], as: Organization}\n    url: []\n"
                            "fields:\n  by: {type: ref}\n")});
  CHECK(reading.reports.empty());
  const LinkedData& data = *reading.schema.find_kind("tea")->linked_data;
  CHECK(properties_of(data) == "seller: by\nurl:\nname: title\n");
  const LinkedSource& seller = data.properties.front().sources.front();
  REQUIRE(seller.kinds.size() == 2);
  CHECK(seller.kinds.back().value == "entry");
  CHECK(seller.thing.value == "Organization");
}

TEST_CASE("a kind without jsonld has none") {
  CHECK(!read_all({kind_file("tea", "")}).schema.kinds.front().linked_data.has_value());
}

TEST_CASE("mistakes are told where they stand: a condition outside a group, a term that is none") {
  const auto outside = read_all({kind_file("tea", "  hue: {type: choice, options: [green]}\n",
                                           "jsonld: {properties: {color: {field: hue, where: {hue: [green]}}}}\n")});
  CHECK(outside.reports.find("'jsonld' names 'hue', which is no field of kind 'tea'") != std::string::npos);
  const auto term = read_all({kind_file("tea", "  hue: {type: choice, options: [green]}\n",
                                        "jsonld: {properties: {color: {field: hue, values: {gren: Green}}}}\n")});
  CHECK(term.reports.find("'gren' is no option of 'hue'; did you mean 'green'?") != std::string::npos);
  const auto kind = read_all(
      {kind_file("tea", "  like: {type: ref}\n", "jsonld: {properties: {isRelatedTo: {field: like, only: [te]}}}\n")});
  CHECK(kind.reports.find("no kind 'te'; did you mean 'tea'?") != std::string::npos);
  const auto thing = read_all(
      {kind_file("tea", "  like: {type: ref}\n", "jsonld: {properties: {brand: {field: like, as: 'A B'}}}\n")});
  CHECK(thing.reports.find("'A B' cannot be a type or a property of schema.org") != std::string::npos);
}
