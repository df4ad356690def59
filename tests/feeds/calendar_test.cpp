#include "feeds/calendar.h"

#include <catch2/catch.hpp>

#include "feeds/newsroom.h"

using namespace armillary;

namespace {

std::string names(const CalendarPlan& plan) {
  std::string out;
  for (const CalendarEvent& event : plan.events) out += event.name + "\n";
  return out;
}

}  // namespace

TEST_CASE("steps known to the day are in the calendar, others are counted, those of withdrawn records neither") {
  const auto room = newsroom_of(news_files());
  const CalendarPlan plan = plan_calendar(room->site());
  CHECK(names(plan) == "new.on.sold\nnew.on.sold.2\nold.found\n");
  CHECK(plan.imprecise == 2);  // a month; about a day
  CHECK(plan.earlier == 0);
  CHECK(calendar_notes(room->contexts[1], plan) == std::vector<std::string>{"2 dates left out"});
  CHECK(calendar_notes(room->contexts[1], {}).empty());
}

TEST_CASE("of more dates than a calendar takes the newest are in it, in the order of the records") {
  ContentFiles files = news_files();
  files["teas/a.yaml"] = "title: {zh: 早, en: Early}\nfound: 2022-03-01/2022-03-03\nlike: [new]\n";
  files["teas/z.yaml"] = "title: {zh: 晚, en: Late}\nfound: 2030-01-01\nlike: [new]\n";
  const auto room = newsroom_of(files);
  const CalendarPlan plan = plan_calendar(room->site(), 2);
  // Of two on the same days the one whose record comes first.
  CHECK(names(plan) == "a.found\nz.found\n");
  CHECK(plan.earlier == 3);
  CHECK(calendar_notes(room->contexts[1], plan) == std::vector<std::string>{"2 dates left out", "3 are too old"});
  CHECK(calendar_file(room->contexts[1], plan, "https://mirror.example/")
            .find("X-WR-CALDESC:2 dates left out\\n3 are too old\r\n") != std::string::npos);
  CHECK(plan_calendar(room->site(), 5).earlier == 0);
}

TEST_CASE("what began long ago and goes on is newer than what is over") {
  ContentFiles files = news_files();
  files["teas/old.yaml"] = "title: {zh: 老, en: Old}\nfound: 2001-02-28/2040-01-01\nlike: [new]\n";
  CHECK(names(plan_calendar(newsroom_of(files)->site(), 1)) == "old.found\n");
}

TEST_CASE("a span with an end that is not known to the day is left out") {
  ContentFiles files = news_files();
  files["teas/old.yaml"] = "title: {zh: 老, en: Old}\nfound: 2001-02-28/2001-03\n";
  CHECK(names(plan_calendar(newsroom_of(files)->site())) == "new.on.sold\nnew.on.sold.2\n");
}

TEST_CASE("a corrected date does not change what the event is called") {
  ContentFiles files = news_files();
  files["teas/old.yaml"] = "title: {zh: 老, en: Old}\nfound: 2001-03-01\npublished: 2023-01-05\nlike: [new]\n";
  CHECK(names(plan_calendar(newsroom_of(files)->site())) == names(plan_calendar(newsroom_of(news_files())->site())));
}

TEST_CASE("an event lasts whole days, its end is the first day that is no longer in it") {
  const auto room = newsroom_of(news_files());
  const CalendarPlan plan = plan_calendar(room->site());
  const std::string file = calendar_file(room->contexts[1], plan, "https://mirror.example/");
  CHECK(file.find("BEGIN:VEVENT\r\n"
                  "UID:new.on.sold.2.en@tea.example\r\n"
                  "DTSTAMP:20240203T000000Z\r\n"
                  "DTSTART;VALUE=DATE:20220301\r\n"
                  "DTEND;VALUE=DATE:20220304\r\n"
                  "SUMMARY;LANGUAGE=en:New <1>: Sold\r\n"
                  "DESCRIPTION;LANGUAGE=en:Good\\; hot\\, sweet.\r\n"
                  "URL:https://mirror.example/en/teas/new/\r\n"
                  "CATEGORIES:Tea\r\n"
                  "TRANSP:TRANSPARENT\r\n"
                  "END:VEVENT\r\n") != std::string::npos);
  CHECK(file.find("DTSTART;VALUE=DATE:20211231\r\nDTEND;VALUE=DATE:20220101\r\n") != std::string::npos);
  CHECK(file.find("DTSTART;VALUE=DATE:20010228\r\nDTEND;VALUE=DATE:20010301\r\n") != std::string::npos);
  CHECK(file.find("X-WR-CALDESC:2 dates left out\r\n") != std::string::npos);
  CHECK(file.find("SUMMARY;LANGUAGE=en:Old: Found\r\n") != std::string::npos);
}
