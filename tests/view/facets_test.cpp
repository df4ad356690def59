#include "view/facets.h"

#include <catch2/catch.hpp>

#include "view/viewing.h"

using namespace armillary;

namespace {

const Viewing& viewing() {
  static const auto kViewing = view_of(
      {{"site.yaml", "title: Teas\nbase_url: https://tea.example/\nlanguages: {en: {}}\n"},
       {"schema/tea.yaml",
        "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n"
        "  title: {type: text}\n"
        "  hue: {type: choice, many: true, facet: true, options: [white, green, black]}\n"
        "  maker: {type: ref, to: [maker]}\n"
        "  sold: {type: group, many: true, fields: {by: {type: ref, to: [maker], facet: true}, how: {type: choice, "
        "facet: true, options: [loose, pressed]}}}\n"
        "  steps: {type: group, many: true, fields: {act: {type: choice, options: [sown, drunk]}, day: {type: date}}}\n"
        "  state: {type: choice, facet: true, options: [growing, gone],\n"
        "    derived: {from: steps, choice: act, date: day, map: {sown: growing, drunk: gone}}}\n"},
       {"schema/maker.yaml",
        "kind: maker\nfolder: makers\nlabel: Maker\nfields:\n  title: {type: text}\n"
        "  hue: {type: choice, facet: true, options: [red, green]}\n  empty: {type: choice, facet: true, options: "
        "[x]}\n"},
       {"teas/a.yaml",
        "title: A\nhue: [black, white]\nsold: [{by: m, how: loose}, {by: m}]\nsteps: [{act: sown, day: 2020}]\n"},
       {"teas/b.yaml",
        "title: B\nhue: [black]\nmaker: n\nsold: [{by: n, how: pressed}]\n"
        "steps: [{act: sown, day: 2020}, {act: drunk, day: 2021}]\n"},
       {"teas/c.yaml", "title: C\nmaker: m\n"},
       {"makers/m.yaml", "title: M\nhue: green\n"},
       {"makers/n.yaml", "title: N\nhue: red\n"}},
      PartialDate(DatePoint{2024, 1, 1}));
  REQUIRE(kViewing->observatory->reports == "");
  return *kViewing;
}

// "option:id,id option:id"
std::string options_of(std::string_view path) {
  const Facet* facet = viewing().facets.find(path);
  if (facet == nullptr) return "no facet";
  std::string out;
  for (const FacetOption& option : facet->options) {
    out += (out.empty() ? "" : " ") + option.id + ":";
    for (std::size_t i = 0; i < option.members.size(); ++i) {
      out += (i == 0 ? "" : ",") + viewing().site().record(option.members[i]).id;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("only fields that say so are facets, by path") {
  std::string paths;
  for (const Facet& facet : viewing().facets.facets) paths += facet.path + " ";
  CHECK(paths == "empty hue sold.by sold.how state ");
  CHECK(viewing().facets.find("maker") == nullptr);
  CHECK(viewing().facets.find("") == nullptr);
}

TEST_CASE(
    "a facet of several kinds is one, its options in the order of the first kind's schema, those of others behind") {
  CHECK(options_of("hue") == "red:n green:m black:a,b white:a");
  const Facet& hue = *viewing().facets.find("hue");
  REQUIRE(hue.find("black") != nullptr);
  CHECK(hue.find("black")->term->id == "black");
  CHECK(hue.find("blue") == nullptr);
}

TEST_CASE("a record that names an option twice stands there once") {
  CHECK(options_of("sold.by") == "m:a n:b");
  CHECK(viewing().facets.find("sold.by")->find("m")->target == viewing().index("m"));
}

TEST_CASE("choices inside groups and derived choices are facets too") {
  CHECK(options_of("sold.how") == "loose:a pressed:b");
  CHECK(options_of("state") == "growing:a gone:b");
  CHECK(viewing().facets.has("state", "gone"));
  CHECK_FALSE(viewing().facets.has("state", "lost"));
  CHECK_FALSE(viewing().facets.has("lost", "gone"));
}

TEST_CASE("a facet that no record fills has no options") { CHECK(options_of("empty") == ""); }

TEST_CASE("the ids at a path are those of its terms or records") {
  const Site& site = viewing().site();
  const auto ids = [&](const char* record, const char* path) { return ids_at(site, viewing().index(record), path); };
  using Ids = std::vector<std::string_view>;
  CHECK(ids("a", "hue") == Ids{"black", "white"});
  CHECK(ids("a", "sold.by") == Ids{"m", "m"});
  CHECK(ids("a", "state") == Ids{"growing"});
  CHECK(ids("c", "maker") == Ids{"m"});
  CHECK(ids("a", "title") == Ids{});
  CHECK(ids("a", "nothing") == Ids{});
  CHECK(ids("a", "sold") == Ids{});
  CHECK(ids("a", "hue.deeper") == Ids{"black", "white"});
}

TEST_CASE("a choice of one kind and a reference of another of one path make one facet with all options") {
  const auto view =
      view_of({{"site.yaml", "title: Teas\nbase_url: https://tea.example/\nlanguages: {en: {}}\n"},
               {"schema/cup.yaml",
                "kind: cup\nfolder: cups\nlabel: Cup\nfields:\n  title: {type: text}\n  from: {type: ref, to: [land], "
                "facet: true}\n"},
               {"schema/tea.yaml",
                "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n  title: {type: text}\n"
                "  from: {type: choice, facet: true, options: [wild, grown]}\n"},
               {"schema/land.yaml", "kind: land\nfolder: lands\nlabel: Land\nfields:\n  title: {type: text}\n"},
               {"lands/z.yaml", "title: Z\n"},
               {"cups/c.yaml", "title: C\nfrom: z\n"},
               {"teas/g.yaml", "title: G\nfrom: grown\n"},
               {"teas/w.yaml", "title: W\nfrom: wild\n"}},
              PartialDate(DatePoint{2024, 1, 1}));
  const Facet* facet = view->facets.find("from");
  REQUIRE(facet != nullptr);
  std::string ids;
  for (const FacetOption& option : facet->options) ids += option.id + (option.term != nullptr ? " term " : " record ");
  CHECK(ids == "grown term wild term z record ");
}
