#include "view/record_charts.h"

#include <catch2/catch.hpp>

#include "view/viewing.h"

using namespace armillary;

namespace {

ContentFiles guilds() {
  ContentFiles files = {{"site.yaml", "title: Guilds\nbase_url: https://g.example/\nlanguages: {en: {}}\n"},
                        {"schema/guild.yaml",
                         "kind: guild\nfolder: guilds\nlabel: Guild\nfields:\n  title: {type: text}\n"
                         "  founded: {type: date, timeline: true, label: Founded}\n"
                         "  under: {type: ref, to: [guild], label: Under, inverse: Holds}\n"
                         "  rival: {type: ref, to: [guild]}\n"
                         "  acts: {type: group, many: true, label: Acts, fields: {with: {type: ref, inverse: Acted "
                         "with}, day: {type: date, "
                         "timeline: true, label: Day}, source: {type: ref, inverse: Source of}}}\n"},
                        {"guilds/crown.yaml", "title: Crown\nfounded: 1200\n"},
                        {"guilds/book.yaml", "title: Book\n"}};
  for (int i = 0; i < 9; ++i) {
    files["guilds/g" + std::to_string(i) + ".yaml"] =
        "title: Guild " + std::to_string(i) + "\nfounded: 130" + std::to_string(i) + "\nunder: crown\n" +
        (i == 0 ? "rival: crown\nacts: [{with: g1, day: 1400, source: book}]\n"
                  "sources: [{source: book}]\n"
                : "");
  }
  return files;
}

std::vector<std::string> ids(const Viewing& viewing, const std::vector<RecordIndex>& records) {
  std::vector<std::string> out;
  for (const RecordIndex record : records) out.push_back(viewing.site().record(record).id);
  return out;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("incoming relations are grouped by their headings, the largest group first, each record once") {
  const auto viewing = view_of(guilds());
  const auto groups = incoming_groups(viewing->contexts[0], viewing->index("crown"));
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].heading == "Holds");
  CHECK(groups[0].relations.size() == 9);
  CHECK(groups[1].inverse == nullptr);
  CHECK(groups[1].relations.size() == 1);
}

TEST_CASE("outgoing relations stand by field, without the sources of a group's entries") {
  const auto viewing = view_of(guilds());
  const auto groups = outgoing_groups(viewing->contexts[0], viewing->index("g0"));
  REQUIRE(groups.size() == 3);
  CHECK(groups[0].field->name.value == "under");
  CHECK(ids(*viewing, groups[0].targets) == std::vector<std::string>{"crown"});
  CHECK(groups[2].field->name.value == "acts");
  CHECK(ids(*viewing, groups[2].targets) == std::vector<std::string>{"g1"});
}

TEST_CASE("a source of an entry is told from what the entry is about") {
  const auto viewing = view_of(guilds());
  const auto groups = incoming_groups(viewing->contexts[0], viewing->index("book"));
  REQUIRE(groups.size() == 1);
  CHECK(is_source_of_entry(viewing->contexts[0], viewing->index("book"), groups[0].relations[0]));
  const auto acted = incoming_groups(viewing->contexts[0], viewing->index("g1"));
  CHECK_FALSE(is_source_of_entry(viewing->contexts[0], viewing->index("g1"), acted[0].relations[0]));
}

TEST_CASE("a record of several steps has its history drawn, one of a single step has not") {
  const auto viewing = view_of(guilds());
  const Value history = history_value(viewing->contexts[0], viewing->index("g0"));
  REQUIRE(history.is_html());
  CHECK(count_of(history.text(), "history-label") == 2);
  CHECK(history.text().find(">Founded<") != std::string_view::npos);
  CHECK(history_value(viewing->contexts[0], viewing->index("crown")).is_none());
}

TEST_CASE("a neighbourhood draws at most eight neighbours on a side, each once, and none where there are few") {
  const auto viewing = view_of(guilds());
  const auto draw = [&](const std::string& id) {
    const RecordIndex index = viewing->index(id);
    return neighbourhood_value(viewing->contexts[0], index, incoming_groups(viewing->contexts[0], index), "../../../");
  };
  const Value crown = draw("crown");
  REQUIRE(crown.is_html());
  CHECK(count_of(crown.text(), "<a href=\"../../../en/guilds/") == 8);
  CHECK(count_of(crown.text(), "guilds/g0/") == 1);  // under its first relation, not also as a rival
  CHECK(crown.text().find("<tspan class=\"neighbour-total\"> 9<") != std::string_view::npos);
  CHECK(draw("g3").is_none());
}

TEST_CASE("a profile is a timeline of what refers to a record, where enough of it is dated") {
  const auto viewing = view_of(guilds());
  const auto draw = [&](const std::string& id) {
    const RecordIndex index = viewing->index(id);
    return profile_value(viewing->contexts[0], index, incoming_groups(viewing->contexts[0], index), "../../../");
  };
  const Value crown = draw("crown");
  CHECK(text_at(crown, "count") == "10");
  CHECK(text_at(crown, "is_counted") == "(false)");
  CHECK(text_at(crown, "svg").find(">Holds<") != std::string::npos);
  CHECK(draw("g1").is_none());
}
