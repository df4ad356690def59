#include "view/site_views.h"

#include <catch2/catch.hpp>

#include "charts/timeline_chart.h"
#include "view/timeline_view.h"
#include "view/viewing.h"

using namespace armillary;

namespace {

ContentFiles teas() {
  return {
      {"site.yaml",
       "title: Teas\nbase_url: https://tea.example/\nlanguages: {en: {}}\nviews:\n"
       "  - {view: timeline, path: time, title: Time}\n"
       "  - {view: timeline, path: dark, title: Dark, kinds: [tea], where: {hue: black}}\n"
       "  - {view: table, path: hues, title: Hues, kinds: [tea], columns: [hue], where: {hue: present}}\n"},
      {"schema/tea.yaml",
       "kind: tea\nfolder: teas\nlabel: {en: {one: Tea, many: Teas}}\nfields:\n  title: {type: text}\n"
       "  hue: {type: choice, options: [green, black]}\n"
       "  steps: {type: group, many: true, fields: {act: {type: choice, options: {sown: Sown & grown}}, "
       "day: {type: date, timeline: true}}}\n"},
      {"schema/cup.yaml",
       "kind: cup\nfolder: cups\nlabel: Cup\nfields:\n  title: {type: text}\n  made: {type: date, timeline: true}\n"},
      {"teas/a.yaml", "title: Zulu\nhue: black\nsteps: [{act: sown, day: 2021}, {day: 2020-05-01}]\n"},
      {"teas/b.yaml", "title: Alpha\nhue: green\n"},
      {"teas/c.yaml", "title: Mike\n"},
      {"cups/d.yaml", "title: Delta\nmade: 2021-03\n"}};
}

std::vector<std::string> ids_in(const Viewing& viewing, std::size_t view) {
  std::vector<std::string> out;
  for (const RecordIndex record : records_of_view(viewing.contexts[0], viewing.site().file().views[view])) {
    out.push_back(viewing.site().record(record).id);
  }
  return out;
}

}  // namespace

TEST_CASE("a view takes the records of its kinds that fulfil its conditions, by title") {
  const auto viewing = view_of(teas());
  using Ids = std::vector<std::string>;
  CHECK(ids_in(*viewing, 0) == Ids{"b", "d", "c", "a"});
  CHECK(ids_in(*viewing, 1) == Ids{"a"});
  CHECK(ids_in(*viewing, 2) == Ids{"b", "a"});
}

TEST_CASE("a timeline lists its steps by year, the newest year first, and draws a lane for each kind with dates") {
  const auto viewing = view_of(teas());
  const ViewContext& context = viewing->contexts[0];
  const Value timeline = timeline_value(context, records_of_view(context, viewing->site().file().views[0]), "../");
  CHECK(text_at(timeline, "count") == "3");
  CHECK(text_at(timeline, "is_counted") == "(false)");
  CHECK(text_at(timeline, "lanes") == "(2 items)");
  CHECK(text_at(timeline, "lanes.0.label") == "Cup");
  CHECK(text_at(timeline, "lanes.1.label") == "Teas");
  CHECK(text_at(timeline, "years") == "(2 items)");
  CHECK(text_at(timeline, "years.0.year") == "2021");
  CHECK(text_at(timeline, "years.0.count") == "2");
  CHECK(text_at(timeline, "years.0.address") == "en/years/2021/");
  CHECK(text_at(timeline, "years.0.steps.0.card.id") == "a");
  CHECK(text_at(timeline, "years.0.steps.0.caption") == "Sown &amp; grown");
  CHECK(text_at(timeline, "years.0.steps.1.caption") == "made");
  CHECK(text_at(timeline, "years.1.steps.0.date.text") == "May 1, 2020");
  const std::string svg = text_at(timeline, "svg");
  CHECK(svg.find("href=\"../en/cups/d/\"") != std::string::npos);
  CHECK(svg.find("2021 · Zulu · Sown &amp; grown") != std::string::npos);
}

TEST_CASE("a timeline that is too long to draw leads to the pages of its years instead of listing steps") {
  ContentFiles files = teas();
  for (std::size_t i = 0; i <= kMaxListedSteps; ++i) {
    const std::string year = std::to_string(1900 + i % 100);
    files["cups/c" + std::to_string(i) + ".yaml"] = "title: C\nmade: " + year + "\n";
  }
  const auto viewing = view_of(files);
  const ViewContext& context = viewing->contexts[0];
  const Value timeline = timeline_value(context, records_of_view(context, viewing->site().file().views[0]), "../");
  CHECK(text_at(timeline, "is_counted") == "(true)");
  std::int64_t sum = 0;
  for (const Value& year : at(timeline, "years").array()) {
    sum += at(year, "count").integer();
    CHECK(at(year, "steps").array().empty());
  }
  CHECK(sum == static_cast<std::int64_t>(kMaxListedSteps) + 4);
  CHECK(text_at(timeline, "svg").find("href=\"../en/years/1900/\"") != std::string::npos);
}

TEST_CASE("a timeline without dates is empty and still a drawing") {
  const auto viewing = view_of(teas());
  const Value timeline = timeline_value(viewing->contexts[0], {viewing->index("b")}, "../");
  CHECK(text_at(timeline, "count") == "0");
  CHECK(text_at(timeline, "lanes") == "(0 items)");
  CHECK(text_at(timeline, "svg").find("<svg") == 0);
}
