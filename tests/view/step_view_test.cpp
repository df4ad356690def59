#include "view/step_view.h"

#include <catch2/catch.hpp>

#include "view/viewing.h"

using namespace armillary;

namespace {

// Verified on 2021-06-01, which is "today". One cup's steps fall on one day, and one is more precise than the others.
std::unique_ptr<Viewing> cups() {
  return view_of(
      {{"site.yaml", "title: Cups\nbase_url: https://cup.example/\nlanguages: {en: {}}\n"},
       {"schema/cup.yaml",
        "kind: cup\nfolder: cups\nlabel: Cup\nfields:\n  title: {type: text}\n"
        "  steps: {type: group, many: true, fields: {note: {type: text}, day: {type: date, timeline: true}}}\n"},
       {"cups/a.yaml",
        "title: Alpha\nverified: 2021-06-01\nsteps: [{note: a1, day: 2021-05-01}, {note: a2, day: 2021-05-01}, {note: "
        "a3, "
        "day: 2021-06-01}]\n"},
       {"cups/b.yaml", "title: Beta\nsteps: [{note: b1, day: 2021-05-01}, {note: b2, day: 2022}]\n"},
       {"cups/c.yaml",
        "title: Gamma\nsteps: [{note: c1, day: 2021-06-02}, {note: c2, day: 2021-06-02}, {note: c3, day: 1999}]\n"}});
}

std::string notes(const std::vector<Step>& steps) {
  std::string out;
  for (const Step& step : steps) {
    const FieldValue* note = find_value(*step.step->entry, "note");
    out += std::get<PlainText>(note->items.front().datum).text + " ";
  }
  return out;
}

}  // namespace

TEST_CASE(
    "the steps next to today: past ones backwards, coming ones forwards, those of one day in the record's order") {
  const auto viewing = cups();
  const ViewContext& context = viewing->contexts[0];
  const NearSteps all = steps_near_today(context, 100);
  CHECK(notes(all.recent) == "a3 b1 a2 a1 c3 ");
  CHECK(notes(all.upcoming) == "c1 c2 b2 ");
  const NearSteps some = steps_near_today(context, 2);
  CHECK(notes(some.recent) == "a3 b1 ");
  CHECK(notes(some.upcoming) == "c1 c2 ");
}

TEST_CASE("a step may be told with the first text of its entry") {
  const auto viewing = view_of(
      {{"site.yaml", "title: Cups\nbase_url: https://cup.example/\nlanguages: {en: {}}\n"},
       {"schema/cup.yaml",
        "kind: cup\nfolder: cups\nlabel: Cup\nfields:\n  title: {type: text}\n  made: {type: date, timeline: true}\n"
        "  steps: {type: group, many: true, fields: {day: {type: date, timeline: true}, url: {type: url}, "
        "note: {type: text}, more: {type: text}}}\n"},
       {"cups/a.yaml",
        "title: Alpha\nmade: 2019\nsteps: [{day: 2020, more: b, note: a}, {day: 2021, url: "
        "'https://cup.example/'}]\n"}});
  const ViewContext& context = viewing->contexts[0];
  const auto note = [&](std::size_t step) {
    const DatedStep& dated = context.site.links[0].steps.at(step);
    const Value told = step_with_note(context, {0, &dated});
    return *told.map().find("note");
  };
  CHECK(note(0).is_none());  // the date stands in no entry
  CHECK(note(1).text() == "a");
  CHECK(note(2).is_none());
}
