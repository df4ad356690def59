#include "view/facet_values.h"

#include <catch2/catch.hpp>

#include "view/viewing.h"

using namespace armillary;

namespace {

const Viewing& viewing() {
  static const auto kViewing = view_of(
      {{"site.yaml", "title: Teas\nbase_url: https://tea.example/\nlanguages: {en: {}}\n"},
       {"schema/tea.yaml",
        "kind: tea\nfolder: teas\nlabel: {en: {one: Tea, many: Teas}}\nfields:\n"
        "  title: {type: text}\n"
        "  hue: {type: choice, many: true, facet: true, options: [white, green, black]}\n"
        "  taste: {type: choice, options: [mild, strong]}\n"
        "  sold: {type: group, many: true, fields: {by: {type: ref, to: [maker], facet: true}}}\n"
        "  steps: {type: group, many: true, fields: {act: {type: choice, options: [sown, drunk]}, day: {type: date}}}\n"
        "  state: {type: choice, facet: true, options: [growing, gone],\n"
        "    derived: {from: steps, choice: act, date: day, map: {sown: growing, drunk: gone}}}\n"},
       {"schema/maker.yaml", "kind: maker\nfolder: makers\nlabel: Maker\nfields:\n  title: {type: text}\n"},
       {"teas/a.yaml",
        "title: A\nhue: [black, white]\ntaste: mild\nsold: [{by: n}, {by: m}, {by: m}]\n"
        "steps: [{act: sown, day: 2020}]\n"},
       {"teas/b.yaml", "title: B\nhue: [black]\nsold: [{by: n}]\n"},
       {"makers/m.yaml", "title: Zulu\n"},
       {"makers/n.yaml", "title: Alpha\n"}},
      PartialDate(DatePoint{2024, 1, 1}));
  REQUIRE(kViewing->observatory->reports == "");
  return *kViewing;
}

// "facet: option 2, option 1; facet: …"
std::string told(const std::vector<std::string>& ids, ListOf list) {
  std::vector<RecordIndex> entries;
  for (const std::string& id : ids) entries.push_back(viewing().index(id));
  const Value facets = facets_among(viewing().contexts[0], viewing().facets, entries, list);
  std::string out;
  for (const Value& facet : facets.array()) {
    out += (out.empty() ? "" : "; ") + text_at(facet, "name") + ":";
    for (const Value& option : at(facet, "options").array()) {
      out += " " + text_at(option, "id") + " " + text_at(option, "count");
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a list of one kind has each facet with every option that occurs, a term once a record, records by title") {
  CHECK(told({"a", "b"}, ListOf::one_kind) == "hue: white 1 black 2; sold.by: n 2 m 1; state: growing 1");
}

TEST_CASE("a list of many kinds has the kinds first and leaves out what all entries have") {
  CHECK(told({"a", "b", "m"}, ListOf::many) ==
        "kind: maker 1 tea 2; hue: white 1 black 2; sold.by: n 2 m 1; "
        "state: growing 1");
  CHECK(told({"a", "b"}, ListOf::many) == "hue: white 1; sold.by: m 1; state: growing 1");
}

TEST_CASE("a record that stands twice in a list counts twice") {
  CHECK(told({"b", "b", "m"}, ListOf::many) == "kind: maker 1 tea 2; hue: black 2; sold.by: n 2");
}

TEST_CASE("a record's terms are its kind, its facets at their paths and its derived states") {
  const Site& site = viewing().site();
  CHECK(terms_text(site, viewing().index("a")) ==
        "kind=tea hue=black hue=white sold.by=n sold.by=m sold.by=m state=growing");
  CHECK(terms_text(site, viewing().index("m")) == "kind=maker");
}
