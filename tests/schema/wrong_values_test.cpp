// What stands where something else is due in a schema: every place is told once, and the rest of the file is read.
#include <catch2/catch.hpp>
#include <string>

#include "schema/reading_schema.h"

using namespace armillary;

namespace {

// "LINE:COLUMN code\n" for each report of these schema files; the exact texts are the matter of other tests.
std::string codes_of(const std::vector<SourceFile>& schemas, const std::vector<SourceFile>& vocabularies = {}) {
  const std::string reports = read_all(schemas, vocabularies).reports;
  std::string out;
  for (std::size_t begin = 0; begin < reports.size();) {
    const std::size_t end = reports.find('\n', begin);
    const std::string line = reports.substr(begin, end - begin);
    const std::size_t code = line.rfind('[');
    out += line.substr(0, line.find('-')) + " " + line.substr(code + 1, line.size() - code - 2) + "\n";
    begin = end + 1;
  }
  return out;
}

// Of a kind with one field `x`, in line 6 from column 6 on.
std::string codes_of_field(const std::string& written) {
  return codes_of({kind_file("tea", "  x: " + written + "\n")});
}

// Of a kind with `line` in its line 4, before its fields: a title and a choice `hue`.
std::string codes_of_line(const std::string& line) {
  return codes_of({kind_file("tea", "  hue: {type: choice, options: [green]}\n", line + "\n")});
}

}  // namespace

TEST_CASE("a field's keys want values of their own form") {
  CHECK(codes_of_field("{type: [text]}") == "6:13 expected-text\n");
  CHECK(codes_of_field("{type: banana}") == "6:13 unknown-field-type\n");
  CHECK(codes_of_field("{type: text, many: sometimes}") == "6:25 expected-boolean\n");
  CHECK(codes_of_field("{type: number, min: [1]}") == "6:26 expected-text\n");
  CHECK(codes_of_field("{type: text, pattern: [a]}") == "6:28 expected-text\n");
  CHECK(codes_of_field("{type: text, link: [a]}") == "6:25 expected-text\n");
  CHECK(codes_of_field("{type: ref, to: tea}") == "6:22 expected-list\n");
  CHECK(codes_of_field("{type: group, fields: [a]}") == "6:3 group-without-fields\n");
  CHECK(codes_of_field("{type: choice, vocabulary: [a]}") == "6:33 expected-text\n");
  CHECK(codes_of_field("{type: choice, options: [Green Tea]}") == "6:31 bad-term-id\n");
}

TEST_CASE("a type that is like none is answered with all of them") {
  const std::string reports = read_all({kind_file("tea", "  x: {type: banana}\n")}).reports;
  CHECK(reports.find("no field type 'banana'; the types are 'text', 'markdown', ") != std::string::npos);
}

TEST_CASE("a value's link leads to a page or to a mailbox") {
  for (const char* link : {"https://a.example/{value}", "http://a.example/{value}", "mailto:{value}"}) {
    INFO(link);
    CHECK(codes_of_field("{type: text, link: '" + std::string(link) + "'}").empty());
  }
  CHECK(codes_of_field("{type: text, link: ''}").empty());
  CHECK(codes_of_field("{type: text, link: 'javascript:{value}'}") == "6:25 link-not-an-address\n");
}

TEST_CASE("a field's name begins with a small letter") {
  for (const char* name : {"''", "9a", "a~", "é", "A"}) {
    INFO(name);
    CHECK(codes_of({kind_file("tea", "  " + std::string(name) + ": {type: text}\n")}) == "6:3 bad-field-name\n");
  }
}

TEST_CASE("other words for a term are a list for all languages or one a language") {
  const auto hues = [](const std::string& also) {
    return read_all({}, {vocabulary_file("hues", "green: {label: Green, also: " + also + "}\n")});
  };
  const auto shared = hues("[verdant, leafy]");
  CHECK(shared.reports.empty());
  using Words = std::vector<std::string>;
  CHECK(shared.vocabularies.at("hues").front().also.at(0) == Words{"verdant", "leafy"});
  for (const char* key : {"e1", "l~", "four"}) {  // as no language is called
    INFO(key);
    CHECK(codes_of({}, {vocabulary_file("hues", "green: {" + std::string(key) + ": Green}\n")}) ==
          "1:8 missing-key\n1:9 unknown-key\n");
  }
  CHECK(hues("{zh: 绿, en: [verdant]}").reports.find("[expected-list]") != std::string::npos);
  CHECK(hues("{zh: 绿, en: [verdant]}").vocabularies.at("hues").front().also.at(1) == Words{"verdant"});
}

TEST_CASE("what a choice is derived from is told in full") {
  const std::string steps =
      "  steps: {type: group, many: true, fields: {act: {type: choice, options: [made]}, day: {type: date}}}\n"
      "  x: {type: choice, options: [here], derived: ";
  const auto derived = [&](const std::string& rule) { return codes_of({kind_file("tea", steps + rule + "}\n")}); };
  CHECK(derived("{from: steps, choice: act, date: day, map: {made: here}}").empty());
  CHECK(derived("{from: steps, choice: act, date: day}") == "7:47 missing-key\n");
  CHECK(derived("{from: steps, choice: act, date: day, map: {made: [here]}}") == "7:97 expected-text\n");
  CHECK(derived("{choice: act, date: day, map: {made: here}}") == "7:47 missing-key\n");
  CHECK(derived("{from: [steps], choice: act, date: day, map: {}}") == "7:54 expected-text\n");
  CHECK(derived("{from: steps, map: {made: here}}") == "7:47 missing-key\n7:47 missing-key\n");
  CHECK(derived("{from: '', choice: act, date: day, map: {}}") == "7:54 bad-derivation\n");
  CHECK(derived("{from: x, choice: act, date: day, map: {}}") == "7:54 bad-derivation\n");  // no group
  CHECK(derived("{from: steps, choice: acts, date: days, map: {made: here}}") ==
        "7:69 bad-derivation\n7:81 bad-derivation\n");
}

TEST_CASE("whether and how records are cited is told by a word or a mapping") {
  CHECK(codes_of_line("cite: true").empty());
  CHECK(codes_of_line("cite: false").empty());
  CHECK(codes_of_line("cite: perhaps") == "4:7 expected-boolean\n");
  CHECK(codes_of_line("cite: {authors: title}").empty());  // a work of no type of its own
  CHECK(codes_of_line("cite: {type: [book]}") == "4:14 expected-text\n");
  CHECK(codes_of_line("cite: {type: {map: {green: book}}}") == "4:14 missing-key\n");
  CHECK(codes_of_line("cite: {type: {from: hue}}") == "4:14 missing-key\n");
  CHECK(codes_of_line("cite: {type: {from: [hue], map: {green: book}}}") == "4:21 expected-text\n");
  CHECK(codes_of_line("cite: {type: {from: hue, map: {green: [book]}}}") == "4:39 expected-text\n");
  CHECK(codes_of_line("cite: {type: {from: colour, map: {green: book}}}") == "4:21 unknown-cited-field\n");
  CHECK(codes_of_line("cite: {type: {from: title, map: {green: book}}}") == "4:21 unknown-cited-field\n");
}

TEST_CASE("a work's type is that of its term, else the one for all others") {
  const auto reading = read_all({kind_file("tea", "  hue: {type: choice, options: [green, black]}\n",
                                           "cite: {type: {from: hue, map: {green: book}, other: report}}\n")});
  REQUIRE(reading.reports.empty());
  const CitationRule& rule = *reading.schema.kinds.front().citation;
  CHECK(rule.type_of("green") == citation::work_type_named("book"));
  CHECK(rule.type_of("black") == citation::work_type_named("report"));
}

TEST_CASE("linked data wants names, fields and forms") {
  const auto linked = [](const std::string& written) { return codes_of_line("jsonld: " + written); };
  CHECK(linked("{type: [Thing]}") == "4:16 expected-text\n");
  CHECK(linked("{type: ''}") == "4:16 bad-jsonld-name\n");
  CHECK(linked("{type: 9Thing}") == "4:16 bad-jsonld-name\n");
  CHECK(linked("{type: Thing_}") == "4:16 bad-jsonld-name\n");
  CHECK(linked("{type: Thing~}") == "4:16 bad-jsonld-name\n");
  CHECK(linked("{type: Thing2}").empty());
  CHECK(linked("{properties: {name: {field: [title]}}}") == "4:37 expected-text\n");
  CHECK(linked("{properties: {name: {form: start}}}") == "4:29 missing-key\n");
  CHECK(linked("{properties: {name: {field: title, form: [start]}}}") == "4:50 expected-text\n");
  CHECK(linked("{properties: {name: {field: hue, values: {green: [a]}}}}") == "4:58 expected-text\n");
  CHECK(linked("{properties: {name: {field: title, only: tea}}}") == "4:50 expected-list\n");
  CHECK(linked("{properties: {name: {field: title, where: {}}}}").empty());
}

TEST_CASE("a value may be told of in each of its forms") {
  const auto reading = read_all({kind_file("tea", "  found: {type: date}\n",
                                           "jsonld:\n  properties:\n    a: {field: found, form: start}\n"
                                           "    b: {field: found, form: end}\n    c: {field: found, form: id}\n"
                                           "    d: {field: found, form: author}\n")});
  CHECK(reading.reports.empty());
  std::vector<LinkedForm> forms;
  for (const LinkedProperty& property : reading.schema.kinds.front().linked_data->properties) {
    forms.push_back(property.sources.front().form);
  }
  CHECK(forms == std::vector<LinkedForm>{LinkedForm::start, LinkedForm::end, LinkedForm::id, LinkedForm::author});
}

TEST_CASE("linked data names fields of the kind, and those within its groups") {
  const auto linked = [](const std::string& source) {
    return codes_of({kind_file("tea",
                               "  note: {type: markdown}\n"
                               "  steps: {type: group, many: true, fields: {act: {type: choice, options: [sold]}, on: "
                               "{type: date}, who: {type: text}}}\n",
                               "jsonld: {properties: {name: " + source + "}}\n")});
  };
  CHECK(linked("{field: steps.on, where: {act: [sold]}}").empty());
  CHECK(linked("{field: steps.on, where: {act: sold}}") == "4:60 expected-list\n");
  CHECK(linked("{field: steps.on, where: {who: [sold]}}") == "4:55 unknown-jsonld-field\n");
  CHECK(linked("{field: title, where: {act: [sold]}}") == "4:52 unknown-jsonld-field\n");
  CHECK(linked("steps.at") == "4:29 unknown-jsonld-field\n");
  CHECK(linked("steps") == "4:29 jsonld-field-type\n");
  CHECK(linked("note") == "4:29 jsonld-field-type\n");
  const auto near = read_all({kind_file("tea", "  steps: {type: group, fields: {on: {type: date}}}\n",
                                        "jsonld: {properties: {name: step.on}}\n")});
  CHECK(near.reports.find("did you mean 'steps.on'?") != std::string::npos);
}

TEST_CASE("a kind inherits the finer type of linked data with the type, but keeps its own") {
  const auto reading = read_all(
      {schema_file("entry",
                   "abstract: true\njsonld: {type: Thing, subtype: {field: hue}}\nfields:\n  title: {type: text}\n"
                   "  hue: {type: choice, options: [green]}\n  form: {type: choice, options: [loose]}\n"),
       schema_file("tea", "kind: tea\nfolder: teas\nlabel: Tea\nextends: entry\njsonld: {subtype: {field: form}}\n"),
       schema_file("cup", "kind: cup\nfolder: cups\nlabel: Cup\nextends: entry\njsonld: {type: Product}\n"),
       schema_file("pot", "kind: pot\nfolder: pots\nlabel: Pot\nextends: entry\n")});
  CHECK(reading.reports.empty());
  CHECK(reading.schema.find_kind("tea")->linked_data->subtype->field.value == "form");
  CHECK_FALSE(reading.schema.find_kind("cup")->linked_data->subtype.has_value());
  CHECK(reading.schema.find_kind("pot")->linked_data->subtype->field.value == "hue");
}

TEST_CASE("a kind's label is a text for one and one for many in each language") {
  const auto label = [](const std::string& written) {
    return codes_of(
        {schema_file("tea", "kind: tea\nfolder: teas\nlabel: " + written + "\nfields: {title: {type: text}}\n")});
  };
  CHECK(label("{zh: 茶, en: {one: Tea, many: Teas}}").empty());
  CHECK(label("{zh: [茶], en: {one: Tea, many: Teas}}") == "3:8 missing-translation\n3:13 expected-text\n");
  CHECK(label("{zh: 茶, en: {one: Tea}}") == "3:20 missing-key\n");
  CHECK(label("{zh: 茶, en: {one: [Tea], many: Teas}}") == "3:8 missing-translation\n3:26 expected-text\n");
  CHECK(label("[茶]") == "3:8 expected-text\n");
  CHECK(label("{fr: Thé}") == "3:9 unknown-language\n");
  CHECK(label("{zh: 茶, en: Tea, fr: }") == "3:25 unknown-language\n");
}

TEST_CASE("a schema that is no YAML does not keep the others from being read") {
  const auto reading = read_all({schema_file("bad", "a: [b\n"), kind_file("tea", "")},
                                {vocabulary_file("bad", "a: [b\n"), vocabulary_file("hues", "[green]\n")});
  CHECK(reading.schema.find_kind("tea") != nullptr);
  CHECK(reading.vocabularies.contains("hues"));
  CHECK_FALSE(reading.vocabularies.contains("bad"));
}

TEST_CASE("a kind's title is one text") {
  const auto title = [](const std::string& field) {
    return codes_of({schema_file("tea", "kind: tea\nfolder: teas\nlabel: Tea\nfields: {" + field + "}\n")});
  };
  CHECK(title("title: {type: text}").empty());
  for (const char* field : {"name: {type: text}", "title: {type: date}", "title: {type: text, many: true}"}) {
    INFO(field);
    CHECK(title(field) == "1:7 kind-without-title\n");
  }
  CHECK(codes_of({schema_file("tea", "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n")}) == "1:7 kind-without-title\n");
}
