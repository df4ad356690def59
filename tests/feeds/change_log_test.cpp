#include "feeds/change_log.h"

#include <catch2/catch.hpp>

#include "feeds/newsroom.h"

using namespace armillary;

TEST_CASE("the log has every change and every publication, newest first, changes before what is new") {
  ContentFiles files = news_files();
  files["teas/late.yaml"] = "title: {zh: 晚, en: Late}\npublished: 2024-02-03\n";
  const auto room = newsroom_of(files);
  const auto changes = collect_changes(room->site());
  REQUIRE(changes.size() == 2);
  std::string shown;
  for (const LoggedChange& logged : changes[1]) {
    shown += logged.date.to_string() + " " + room->site().record(logged.record).id + " " +
             (logged.change == nullptr ? "new" : std::string(logged.change->note.in(1))) + "\n";
  }
  CHECK(shown ==
        "2024-02-03 new Mended\n2024-02-03 new Mended again\n2024-02-03 late new\n"
        "2023-01-05 new new\n2023-01-05 old new\n2022 gone new\n");
}
