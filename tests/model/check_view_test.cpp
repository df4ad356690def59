#include "model/check_view.h"

#include <catch2/catch.hpp>

#include "schema/reading_schema.h"

using namespace armillary;

namespace {

const Schema& schema() {
  static const SchemaReading kReading =
      read_all({kind_file("tea",
                          "  hue: {type: choice, options: [green]}\n"
                          "  origin: {type: ref, to: [place]}\n"
                          "  steps: {type: group, many: true, fields: {at: {type: ref}, day: {type: date}}}\n"),
                kind_file("place", "  area: {type: number}\n")});
  REQUIRE(kReading.reports == "");
  return kReading.schema;
}

// A file whose text is one word a line, so that a view's names have places of their own: the n-th word is on line n.
class ViewText {
 public:
  Located<std::string> word(const std::string& text) {
    const auto begin = static_cast<std::uint32_t>(file_.text.size());
    file_.text += text + "\n";
    return {text, {begin, begin + static_cast<std::uint32_t>(text.size())}};
  }
  std::string check(const ViewFile& view) const {
    Diagnostics diagnostics;
    check_view(view, file_, schema(), diagnostics);
    return show(std::move(diagnostics));
  }

 private:
  SourceFile file_{"site.yaml", ""};
};

}  // namespace

TEST_CASE("the views have their names") {
  CHECK(view_type_named("timeline") == ViewType::timeline);
  CHECK(view_type_named("matrix") == ViewType::matrix);
  CHECK(view_type_named("table") == ViewType::table);
  CHECK(view_type_named("compare") == ViewType::compare);
  CHECK(view_type_named("diagram") == ViewType::diagram);
  CHECK_FALSE(view_type_named("Table").has_value());
}

TEST_CASE("a sound view has nothing to report") {
  ViewText text;
  ViewFile table;
  table.type = ViewType::table;
  table.kinds = {text.word("tea")};
  table.columns = {text.word("hue"), text.word("steps.day")};
  table.where = {{text.word("origin"), {}}};
  table.sort = text.word("hue");
  CHECK(text.check(table) == "");
  ViewFile matrix;
  matrix.type = ViewType::matrix;
  matrix.rows = text.word("place");
  matrix.field = text.word("steps.at");
  matrix.cell = text.word("steps.day");
  CHECK(text.check(matrix) == "");
  CHECK(text.check(ViewFile{}) == "");
}

TEST_CASE("kinds and fields that are not there are reported, each at its place") {
  ViewText text;
  ViewFile table;
  table.type = ViewType::table;
  table.kinds = {text.word("te"), text.word("tea")};
  table.columns = {text.word("hues"), text.word("steps.dya")};
  table.where = {{text.word("orign"), {}}};
  table.sort = text.word("nothing");
  CHECK(text.check(table) ==
        "1:1-3: error: no kind 'te'; did you mean 'tea'? [unknown-view-kind]\n"
        "3:1-5: error: no field 'hues' in kind 'tea'; did you mean 'hue'? [unknown-view-field]\n"
        "4:1-10: error: no field 'steps.dya' in kind 'tea' [unknown-view-field]\n"
        "5:1-6: error: no field 'orign' in kind 'tea'; did you mean 'origin'? [unknown-view-field]\n"
        "6:1-8: error: no field 'nothing' in kind 'tea' [unknown-view-field]\n");
}

TEST_CASE("a field of any of the view's kinds will do, one of another kind will not") {
  ViewText text;
  ViewFile table;
  table.type = ViewType::table;
  table.columns = {text.word("area"), text.word("hue")};
  CHECK(text.check(table) == "");
  table.kinds = {text.word("place")};
  CHECK(text.check(table) == "2:1-4: error: no field 'hue' in kind 'place' [unknown-view-field]\n");
}

TEST_CASE("a matrix needs a field of references") {
  ViewText text;
  ViewFile matrix;
  matrix.type = ViewType::matrix;
  matrix.type_place = text.word("matrix").span;
  matrix.rows = text.word("palce");
  CHECK(text.check(matrix).find("1:1-7: error: a matrix needs 'field'") == 0);
  CHECK(text.check(matrix).find("2:1-6: error: no kind 'palce'; did you mean 'place'?") != std::string::npos);
  matrix.rows = {};
  matrix.field = text.word("hue");
  CHECK(text.check(matrix) ==
        "3:1-4: error: 'hue' is a field of type choice; a matrix needs one of type ref [view-field-type]\n");
}

TEST_CASE("where no kind is known only the kinds are reported") {
  ViewText text;
  ViewFile table;
  table.type = ViewType::table;
  table.kinds = {text.word("coffee")};
  table.columns = {text.word("roast")};
  CHECK(text.check(table) == "1:1-7: error: no kind 'coffee' [unknown-view-kind]\n");
}

TEST_CASE("a diagram needs references, and its groups a choice") {
  ViewText text;
  ViewFile diagram;
  diagram.type = ViewType::diagram;
  diagram.type_place = text.word("diagram").span;
  CHECK(text.check(diagram).find("1:1-8: error: a diagram needs 'link'") == 0);
  diagram.link = text.word("hue");
  diagram.group = text.word("origin");
  CHECK(text.check(diagram) ==
        "2:1-4: error: 'hue' is a field of type choice; 'link' needs one of type ref [view-field-type]\n"
        "3:1-7: error: 'origin' is a field of type ref; 'group' needs one of type choice [view-field-type]\n");
  diagram.link = diagram.group;
  diagram.group = text.word("hue");
  CHECK(text.check(diagram) == "");
}

TEST_CASE("lanes are made by a choice or by references") {
  ViewText text;
  ViewFile timeline;
  timeline.lanes = text.word("steps.day");
  CHECK(text.check(timeline) ==
        "1:1-10: error: 'steps.day' is a field of type date; 'lanes' needs one of type choice or ref "
        "[view-field-type]\n");
  timeline.lanes = text.word("steps.at");
  CHECK(text.check(timeline) == "");
}
