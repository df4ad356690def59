#include "schema/read_schema.h"

#include <catch2/catch.hpp>

#include "schema/reading_schema.h"

using namespace armillary;

namespace {

using Names = std::vector<std::string>;

const SourceFile kPlant = schema_file("plant",
                                      "abstract: true\n"
                                      "fields:\n"
                                      "  title: {type: text, localized: true}\n"
                                      "  height: {type: number}\n"
                                      "  grower: {type: text}\n");

Names targets_of(const Schema& schema, const char* kind, const char* field) {
  Names out;
  for (const auto& target : schema.find_kind(kind)->find_field(field)->to) out.push_back(target.value);
  return out;
}

}  // namespace

TEST_CASE("inherited fields come first, a field of the same name takes its ancestor's place") {
  const auto reading = read_all({kPlant, schema_file("tea",
                                                     "kind: tea\nfolder: teas\nlabel: Tea\nextends: plant\n"
                                                     "fields:\n"
                                                     "  hue: {type: text}\n"
                                                     "  height: {type: text}\n")});
  REQUIRE(reading.reports == "");
  REQUIRE(reading.schema.kinds.size() == 1);
  const Kind& tea = reading.schema.kinds.front();
  CHECK(names_of(tea.fields) == Names{"title", "height", "grower", "hue"});
  CHECK(tea.find_field("height")->type == FieldType::text);
  CHECK(tea.ancestors == Names{"plant"});
}

TEST_CASE("a chain of three inherits from the oldest to the youngest") {
  const auto reading = read_all({kPlant,
                                 schema_file("leaf",
                                             "abstract: true\nextends: plant\nfields:\n  grower: {type: url}\n"
                                             "  shape: {type: text}\n"),
                                 schema_file("tea", "kind: tea\nfolder: teas\nlabel: Tea\nextends: leaf\n")});
  REQUIRE(reading.reports == "");
  const Kind& tea = reading.schema.kinds.front();
  CHECK(names_of(tea.fields) == Names{"title", "height", "grower", "shape"});
  CHECK(tea.find_field("grower")->type == FieldType::url);
  CHECK(tea.ancestors == Names{"plant", "leaf"});
}

TEST_CASE("a kind may extend another kind and both are kinds") {
  const auto reading =
      read_all({kind_file("tea", "  hue: {type: text}\n"),
                schema_file("oolong", "kind: oolong\nfolder: oolongs\nlabel: Oolong\nextends: tea\n")});
  REQUIRE(reading.reports == "");
  REQUIRE(reading.schema.kind_names() == std::vector<std::string_view>{"oolong", "tea"});
  CHECK(names_of(reading.schema.find_kind("oolong")->fields) == Names{"title", "hue"});
  CHECK(reading.schema.find_folder("oolongs") == reading.schema.find_kind("oolong"));
  CHECK(reading.schema.find_kind("plant") == nullptr);
}

TEST_CASE("help and whether works are cited come from the nearest schema that says so") {
  const auto parent = schema_file("work", "abstract: true\ncite: true\nhelp: Works\nfields: {title: {type: text}}\n");
  const auto child = [&](const std::string& more) {
    return read_all({parent, schema_file("tea", "kind: tea\nfolder: teas\nlabel: Tea\nextends: work\n" + more)}).schema;
  };
  CHECK(child("").kinds.front().citation.has_value());
  CHECK(child("").kinds.front().help.in(0) == "Works");
  CHECK_FALSE(child("cite: false\n").kinds.front().citation.has_value());
  CHECK(child("help: Teas\n").kinds.front().help.in(0) == "Teas");
}

TEST_CASE("the nearest schema with an order decides which fields come first") {
  const auto parent = schema_file("plant",
                                  "abstract: true\norder: [grower]\nfields:\n  title: {type: text, localized: true}\n"
                                  "  height: {type: number}\n  grower: {type: text}\n");
  const auto tea = [&](const std::string& order) {
    const auto reading = read_all({parent, schema_file("tea", "kind: tea\nfolder: teas\nlabel: Tea\nextends: plant\n" +
                                                                  order + "fields:\n  hue: {type: text}\n")});
    REQUIRE(reading.reports == "");
    return names_of(reading.schema.kinds.front().fields);
  };
  CHECK(tea("") == Names{"grower", "title", "height", "hue"});
  CHECK(tea("order: [hue, title]\n") == Names{"hue", "title", "height", "grower"});
}

TEST_CASE("an order that names no field, or one twice, is reported and the rest is followed") {
  const auto reading = read_all({kind_file("tea", "  hue: {type: text}\n", "order: [hu, hue, hue]\n")});
  CHECK(reading.reports ==
        "4:9-11: error: 'order' names 'hu', which is no field of kind 'tea'; did you mean 'hue'? "
        "[unknown-ordered-field]\n"
        "4:18-21: error: 'order' names 'hue', which is no field of kind 'tea'; did you mean 'hue'? "
        "[unknown-ordered-field]\n");
  CHECK(names_of(reading.schema.kinds.front().fields) == Names{"hue", "title"});
}

TEST_CASE("an abstract target stands for every kind that extends it") {
  const auto reading = read_all({kPlant, schema_file("tea", "kind: tea\nfolder: teas\nlabel: Tea\nextends: plant\n"),
                                 schema_file("herb", "kind: herb\nfolder: herbs\nlabel: Herb\nextends: plant\n"),
                                 kind_file("shop", "  sells: {type: ref, to: [plant, shop]}\n  likes: {type: ref}\n")});
  REQUIRE(reading.reports == "");
  CHECK(targets_of(reading.schema, "shop", "sells") == Names{"herb", "tea", "shop"});
  CHECK(targets_of(reading.schema, "shop", "likes").empty());
}

TEST_CASE("a kind that is a target by itself and by its ancestor is named once") {
  const auto reading = read_all({kPlant, schema_file("tea", "kind: tea\nfolder: teas\nlabel: Tea\nextends: plant\n"),
                                 kind_file("shop", "  sells: {type: ref, to: [plant, tea]}\n")});
  REQUIRE(reading.reports == "");
  CHECK(targets_of(reading.schema, "shop", "sells") == Names{"tea"});
}

TEST_CASE("targets of references inside groups are expanded too") {
  const auto reading =
      read_all({kPlant, schema_file("tea", "kind: tea\nfolder: teas\nlabel: Tea\nextends: plant\n"),
                kind_file("shop", "  stock: {type: group, fields: {what: {type: ref, to: [plant]}}}\n")});
  REQUIRE(reading.reports == "");
  CHECK(reading.schema.find_kind("shop")->find_path("stock.what")->to.front().value == "tea");
}

TEST_CASE("a target that is no kind is reported where it is written, inherited or not") {
  const auto reading = read_all({kPlant, schema_file("tea",
                                                     "kind: tea\nfolder: teas\nlabel: Tea\nextends: plant\n"
                                                     "fields:\n  near: {type: ref, to: [te]}\n")});
  CHECK(reading.reports == "6:26-28: error: no kind 'te'; did you mean 'tea'? [unknown-kind]\n");
}

TEST_CASE("a parent that is not there and a circle of parents are reported") {
  CHECK(read_all({kind_file("tea", "", "extends: plnat\n"), kPlant}).reports ==
        "4:10-15: error: no schema file 'plnat' to extend; did you mean 'plant'? [unknown-parent-schema]\n");
  const auto circle =
      read_all({kind_file("tea", "", "extends: leaf\n"), schema_file("leaf", "abstract: true\nextends: tea\n")});
  CHECK(circle.reports == "2:10-13: error: the schema extends itself: tea → leaf → tea [schema-cycle]\n");
}

TEST_CASE("a schema that extends itself is a circle of one") {
  CHECK(read_all({kind_file("tea", "", "extends: tea\n")}).reports ==
        "4:10-13: error: the schema extends itself: tea → tea [schema-cycle]\n");
}

TEST_CASE("two kinds of one name, and two of one folder, are reported at the second") {
  const auto reading =
      read_all({schema_file("a", "kind: tea\nfolder: teas\nlabel: A\nfields: {title: {type: text}}\n"),
                schema_file("b", "kind: tea\nfolder: other\nlabel: B\nfields: {title: {type: text}}\n"),
                schema_file("c", "kind: cup\nfolder: teas\nlabel: C\nfields: {title: {type: text}}\n")});
  CHECK(reading.reports ==
        "1:7-10: error: kind 'tea' is declared in content/schema/a.yaml already [duplicate-kind]\n"
        "2:9-13: error: folder 'teas' belongs to kind 'tea' already [duplicate-folder]\n");
}

TEST_CASE("every kind has a title of type text, its own or an inherited one") {
  const auto missing = read_all({schema_file("tea", "kind: tea\nfolder: teas\nlabel: Tea\n")});
  CHECK(missing.reports ==
        "1:7-10: error: kind 'tea' has no field 'title' of type text; add 'title: {type: text, localized: true, "
        "required: true}' [kind-without-title]\n");
  const auto many = read_all(
      {schema_file("tea", "kind: tea\nfolder: teas\nlabel: Tea\nfields: {title: {type: text, many: true}}\n")});
  CHECK(many.reports.find("[kind-without-title]") != std::string::npos);
  const auto inherited =
      read_all({kPlant, schema_file("tea", "kind: tea\nfolder: teas\nlabel: Tea\nextends: plant\n")});
  CHECK(inherited.reports == "");
}

TEST_CASE("an abstract schema needs no kind, folder, label or title") {
  const auto reading = read_all({schema_file("thing", "abstract: true\nfields:\n  note: {type: text}\n")});
  CHECK(reading.reports == "");
  CHECK(reading.schema.kinds.empty());
}

TEST_CASE("a label may be one text, a text a language, or two forms a language") {
  const auto label = [](const std::string& written) {
    const auto reading = read_all({schema_file(
        "tea", "kind: tea\nfolder: teas\nlabel: " + written + "\nfields: {title: {type: text, localized: true}}\n")});
    REQUIRE(reading.reports == "");
    const Kind& kind = reading.schema.kinds.front();
    std::string out;
    for (const LanguageIndex i : {LanguageIndex{0}, LanguageIndex{1}}) {
      out += std::string(kind.label_one.in(i)) + "/" + std::string(kind.label_many.in(i)) + " ";
    }
    return out;
  };
  CHECK(label("Tea") == "Tea/Tea Tea/Tea ");
  CHECK(label("{zh: 茶, en: Tea}") == "茶/茶 Tea/Tea ");
  CHECK(label("{zh: 茶, en: {one: Tea, many: Teas}}") == "茶/茶 Tea/Teas ");
}

TEST_CASE("a derived choice is checked against the group that it follows from") {
  const std::string steps =
      "  steps: {type: group, many: true, fields: {act: {type: choice, options: [picked, drunk]}, day: {type: "
      "date}}}\n";
  const auto derived = [&](const std::string& rule) {
    return read_all({kind_file("tea", steps + "  state:\n    type: choice\n    options: [fresh, gone]\n    derived: " +
                                          rule + "\n")})
        .reports;
  };
  CHECK(derived("{from: steps, choice: act, date: day, map: {picked: fresh, drunk: gone}}") == "");
  CHECK(derived("{from: step, choice: act, date: day, map: {picked: fresh}}") ==
        "10:21-25: error: 'step' names no group of this kind; did you mean 'steps'? [bad-derivation]\n");
  CHECK(derived("{from: steps, choice: day, date: act, map: {picked: fresh}}") ==
        "10:36-39: error: 'day' names no choice of this kind [bad-derivation]\n"
        "10:47-50: error: 'act' names no date of this kind [bad-derivation]\n");
  CHECK(derived("{from: steps, choice: act, date: day, map: {piked: fresh, drunk: goen}}") ==
        "10:58-63: error: 'piked' is no option of 'act'; did you mean 'picked'? [unknown-derived-term]\n"
        "10:79-83: error: 'goen' is no option of 'state'; did you mean 'gone'? [unknown-derived-term]\n");
}

TEST_CASE("a vocabulary has labels with definitions, labels alone, or ids alone") {
  const auto read = [](const std::string& text) {
    const auto reading = read_all({}, {vocabulary_file("hues", text)});
    REQUIRE(reading.reports == "");
    std::string out;
    for (const Term& term : reading.vocabularies.at("hues")) {
      out += term.id + ":" + std::string(term.label.in(0)) + "/" + std::string(term.label.in(1)) + "=" +
             std::string(term.definition.in(1)) + " ";
    }
    return out;
  };
  CHECK(read("green: {label: {zh: 绿, en: Green}, definition: {zh: 不发酵。, en: Not fermented.}}\n") ==
        "green:绿/Green=Not fermented. ");
  CHECK(read("green: {zh: 绿, en: Green}\nblack: Black\n") == "green:绿/Green= black:Black/Black= ");
  CHECK(read("[green, black]\n") == "green:green/green= black:black/black= ");
  CHECK(read("terms:\n  green: Green\n  black: {label: Black}\n") == "green:Green/Green= black:Black/Black= ");
}

TEST_CASE("a vocabulary is shared by the fields that name it") {
  const auto reading = read_all({kind_file("tea", "  hue: {type: choice, vocabulary: hues}\n"),
                                 kind_file("cup", "  glaze: {type: choice, vocabulary: hue}\n")},
                                {vocabulary_file("hues", "green: Green\n")});
  CHECK(reading.reports == "6:37-40: error: no vocabulary 'hue'; did you mean 'hues'? [unknown-vocabulary]\n");
  CHECK(reading.schema.find_kind("tea")->find_field("hue")->terms.front().id == "green");
}

TEST_CASE("an empty vocabulary and one that is no list of terms are reported") {
  CHECK(read_all({}, {vocabulary_file("hues", "")}).reports != "");
  CHECK(read_all({}, {vocabulary_file("hues", "just words\n")}).reports != "");
}

TEST_CASE("the kinds stand by name whatever the names of their files") {
  const auto reading = read_all({schema_file("a", "kind: zebra\nfolder: z\nlabel: Z\nfields: {title: {type: text}}\n"),
                                 schema_file("b", "kind: ant\nfolder: a\nlabel: A\nfields: {title: {type: text}}\n")});
  CHECK(reading.reports == "");
  CHECK(reading.schema.kind_names() == std::vector<std::string_view>{"ant", "zebra"});
}

TEST_CASE("the keys that every record has are reserved") {
  for (const char* key : {"sources", "published", "verified", "changes", "withdrawn", "aliases", "draft", "sort_key"}) {
    CHECK(is_reserved_key(key));
  }
  CHECK_FALSE(is_reserved_key("title"));
  CHECK_FALSE(is_reserved_key("Sources"));
}
