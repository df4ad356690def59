#include "link/embedded_view.h"

#include <catch2/catch.hpp>

#include "support/small_observatory.h"

using namespace armillary;

namespace {

const ContentFiles kSite = {
    {"site.yaml",
     "title: Teas\nbase_url: https://tea.example/\nlanguages: {en: {}}\nviews:\n"
     "  - {view: table, path: hues, title: Hues, kinds: [tea], columns: [hue], sort: hue}\n"},
    {"schema/tea.yaml",
     "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n  title: {type: text}\n  hue: {type: text}\n  from: {type: ref}\n"},
    {"schema/cup.yaml", "kind: cup\nfolder: cups\nlabel: Cup\nfields:\n  title: {type: text}\n"},
};

using Arguments = std::vector<std::pair<std::string, std::string>>;

struct Resolved {
  std::optional<ViewFile> view;
  std::string reports;
};

// A block whose name stands at columns 1 to 5, and whose arguments' keys and values all stand at columns 6 to 8.
Resolved resolve(const std::string& name, const Arguments& arguments) {
  static const auto kObservatory = observe(kSite);
  REQUIRE(kObservatory->reports == "");
  const SourceFile file{"a.md", "name key value"};
  markdown::EmbeddedView block;
  block.name = {name, {0, 4}};
  for (const auto& [key, value] : arguments) {
    block.arguments.push_back({Located<std::string>{key, {5, 8}}, Located<std::string>{value, {9, 14}}});
  }
  Diagnostics diagnostics;
  Resolved out;
  out.view = resolve_view(block, *kObservatory->site->corpus, file, diagnostics);
  out.reports = show(std::move(diagnostics));
  return out;
}

}  // namespace

TEST_CASE("a declared view is drawn as declared, with its places moved into the text") {
  const Resolved found = resolve("hues", {});
  CHECK(found.reports == "");
  REQUIRE(found.view.has_value());
  CHECK(found.view->type == ViewType::table);
  CHECK(found.view->columns.at(0).value == "hue");
  CHECK(found.view->columns.at(0).span.end == 4);
}

TEST_CASE("settings take the place of the declared ones") {
  const Resolved found = resolve("hues", {{"columns", "title,from"}, {"sort", "title"}});
  CHECK(found.reports == "");
  REQUIRE(found.view.has_value());
  REQUIRE(found.view->columns.size() == 2);
  CHECK(found.view->columns[1].value == "from");
  CHECK(found.view->sort.value == "title");
  CHECK(found.view->kinds.at(0).value == "tea");
}

TEST_CASE("a type of view stands alone with its settings") {
  const Resolved table = resolve("table", {{"kinds", "tea"}, {"columns", "hue"}});
  CHECK(table.reports == "");
  REQUIRE(table.view.has_value());
  CHECK(table.view->path.value == "");
  CHECK(resolve("timeline", {}).view->type == ViewType::timeline);
  const Resolved matrix = resolve("matrix", {{"rows", "cup"}, {"field", "from"}, {"cell", "hue"}});
  CHECK(matrix.reports == "");
  REQUIRE(matrix.view.has_value());
  CHECK(matrix.view->rows.value == "cup");
  CHECK(matrix.view->cell.value == "hue");
}

TEST_CASE("empty places in a list are passed over") {
  const Resolved found = resolve("table", {{"kinds", ",tea,,cup,"}});
  REQUIRE(found.view.has_value());
  REQUIRE(found.view->kinds.size() == 2);
  CHECK(found.view->kinds[1].value == "cup");
}

TEST_CASE("a view, a setting or a name that is not there is reported and gives nothing") {
  const Resolved view = resolve("huse", {});
  CHECK_FALSE(view.view.has_value());
  CHECK(view.reports == "1:1-5: error: no view 'huse'; did you mean 'hues'? [unknown-embedded-view]\n");
  const Resolved setting = resolve("table", {{"colums", "hue"}});
  CHECK_FALSE(setting.view.has_value());
  CHECK(setting.reports ==
        "1:6-9: error: a view block takes no 'colums'; did you mean 'columns'? [unknown-view-argument]\n");
  const Resolved kind = resolve("table", {{"kinds", "te"}});
  CHECK_FALSE(kind.view.has_value());
  CHECK(kind.reports == "1:10-15: error: no kind 'te'; did you mean 'tea'? [unknown-view-kind]\n");
  const Resolved field = resolve("hues", {{"sort", "huw"}});
  CHECK_FALSE(field.view.has_value());
  CHECK(field.reports.find("1:10-15: error: no field 'huw'") == 0);
}
