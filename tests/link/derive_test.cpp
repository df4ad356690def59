#include "link/derive.h"

#include <catch2/catch.hpp>

#include "support/small_observatory.h"

using namespace armillary;

namespace {

const ContentFiles kSite = {
    {"site.yaml", "title: Teas\nbase_url: https://tea.example/\nlanguages: {en: {}}\n"},
    {"schema/tea.yaml",
     "kind: tea\nfolder: teas\nlabel: Tea\nfields:\n"
     "  title: {type: text, localized: true}\n"
     "  found: {type: date, timeline: true}\n"
     "  printed: {type: date}\n"
     "  steps:\n    type: group\n    many: true\n    fields:\n"
     "      act: {type: choice, options: [sown, picked, shown, drunk]}\n"
     "      day: {type: date, timeline: true}\n"
     "      more: {type: group, many: true, fields: {when: {type: date, timeline: true}}}\n"
     "  state:\n    type: choice\n    options: [growing, ready, gone]\n"
     "    derived: {from: steps, choice: act, date: day, map: {sown: growing, picked: ready, drunk: gone}}\n"},
};

std::unique_ptr<Observatory> with_record(const std::string& fields) {
  auto out = observe(with(kSite, {{"teas/a.yaml", "title: A\n" + fields}}));
  REQUIRE(out->reports.find("error") == std::string::npos);
  REQUIRE(out->site.has_value());
  return out;
}

std::optional<PartialDate> day(const std::string& text) {
  const auto parsed = parse_partial_date(text);
  REQUIRE(std::holds_alternative<PartialDate>(parsed));
  return std::get<PartialDate>(parsed);
}

std::string steps_of(const std::string& fields) {
  const auto observatory = with_record(fields);
  std::string out;
  for (const DatedStep& step : find_steps(observatory->record("a"))) {
    out += step.field->name.value + ":" + step.date.to_string() + (step.entry == nullptr ? "" : "*") + " ";
  }
  return out;
}

std::string state_on(const std::string& fields, const std::optional<PartialDate>& today) {
  const auto observatory = with_record(fields);
  const auto states = derive_states(observatory->record("a"), today);
  if (states.empty()) return "";
  CHECK(states.size() == 1);
  return states[0].term + " since " + states[0].since->to_string();
}

}  // namespace

TEST_CASE("steps come by date, from fields and groups that say timeline") {
  CHECK(steps_of(
            "found: 2021-06\nprinted: 2000\nsteps:\n  - {act: drunk, day: 2022}\n  - {act: sown, day: 2020-03-01}\n") ==
        "day:2020-03-01* found:2021-06 day:2022* ");
  CHECK(steps_of("printed: 2000\n") == "");
}

TEST_CASE("steps in groups of groups are found") {
  CHECK(steps_of("steps: [{act: sown, more: [{when: 2021}, {when: 2019}]}]\n") == "when:2019* when:2021* ");
}

TEST_CASE("of steps that begin on one day the shorter comes first, and equal ones keep the order of the record") {
  CHECK(steps_of("found: 2020\nsteps: [{day: 2020-01}, {day: 2020-01-01}, {day: 2020-01-01/2020-01-03}]\n") ==
        "day:2020-01-01* day:2020-01-01/2020-01-03* day:2020-01* found:2020 ");
  CHECK(steps_of("found: 2020\nsteps: [{day: 2020, act: sown}]\n") == "found:2020 day:2020* ");
}

TEST_CASE("a state holds from the day of its step") {
  const std::string fields = "steps: [{act: sown, day: 2020-03-01}, {act: picked, day: 2021-05-01}]\n";
  CHECK(state_on(fields, day("2020-02-29")) == "");
  CHECK(state_on(fields, day("2020-03-01")) == "growing since 2020-03-01");
  CHECK(state_on(fields, day("2021-04-30")) == "growing since 2020-03-01");
  CHECK(state_on(fields, day("2021-05-01")) == "ready since 2021-05-01");
  CHECK(state_on(fields, day("2099-01-01")) == "ready since 2021-05-01");
}

TEST_CASE("the order of the record's steps does not matter") {
  CHECK(state_on("steps: [{act: drunk, day: 2022}, {act: sown, day: 2020}]\n", day("2023-01-01")) == "gone since 2022");
}

TEST_CASE("a step known to the month or the year counts from its first day on") {
  const std::string fields = "steps: [{act: sown, day: 2020}, {act: picked, day: 2021-05}]\n";
  CHECK(state_on(fields, day("2019-12-31")) == "");
  CHECK(state_on(fields, day("2020-01-01")) == "growing since 2020");
  CHECK(state_on(fields, day("2021-04-30")) == "growing since 2020");
  CHECK(state_on(fields, day("2021-05-01")) == "ready since 2021-05");
}

TEST_CASE("without a today the last step decides") {
  CHECK(state_on("steps: [{act: sown, day: 2020}, {act: drunk, day: 2090}]\n", std::nullopt) == "gone since 2090");
}

TEST_CASE("steps that the rule does not name change nothing, nor do steps without a date or an act") {
  const std::string fields = "steps: [{act: picked, day: 2020}, {act: shown, day: 2021}, {act: drunk}, {day: 2022}]\n";
  CHECK(state_on(fields, day("2030-01-01")) == "ready since 2020");
}

TEST_CASE("a record without steps has no state") {
  CHECK(state_on("found: 2020\n", day("2030-01-01")) == "");
  CHECK(with_record("found: 2020\n")->site->find_state(0, "state") == nullptr);
}

TEST_CASE("the history of a record has every change of state, by date") {
  const auto observatory =
      with_record("steps: [{act: drunk, day: 2022}, {act: shown, day: 2021}, {act: sown, day: 2020}]\n");
  const Field& state = *observatory->record("a").kind->find_field("state");
  std::string history;
  for (const DerivedState& each : state_history(observatory->record("a"), state)) {
    history += each.term + ":" + each.since->to_string() + " ";
  }
  CHECK(history == "growing:2020 gone:2022 ");
}

TEST_CASE("the date of an entry is that of its first date field that holds one") {
  const auto observatory = with_record("steps: [{act: sown, day: 2020-03}, {act: sown}]\n");
  const auto& items = observatory->record("a").find("steps")->items;
  CHECK(date_of_entry(std::get<Group>(items[0].datum))->to_string() == "2020-03");
  CHECK_FALSE(date_of_entry(std::get<Group>(items[1].datum)).has_value());
}
