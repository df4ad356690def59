// The dated steps of the records as a calendar that readers subscribe to (RFC 5545).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "view/view_context.h"

namespace armillary {

struct CalendarEvent {
  RecordIndex record = 0;
  const DatedStep* step = nullptr;
  // What stays the same when the date is corrected: the record, the step, and which of its kind it is.
  std::string name;
};

struct CalendarPlan {
  std::vector<CalendarEvent> events;  // by record, then date
  std::size_t imprecise = 0;          // dated steps that are left out because their day is not known
  std::size_t earlier = 0;            // and because there are so many newer ones
};

// About 1 MB with summaries of some sentences, which the program of each subscriber fetches every day.
inline constexpr std::size_t kMostCalendarEvents = 1200;

// Withdrawn records are left out: nothing is stood by in them. Of more than `most` events those stay that end last.
CalendarPlan plan_calendar(const Site& site, std::size_t most = kMostCalendarEvents);

// What is left out, a sentence each: "3 dates whose day is not known are left out".
std::vector<std::string> calendar_notes(const ViewContext& context, const CalendarPlan& plan);

// `base_url` is where the site stands; identifiers are made from the address in site.yaml.
std::string calendar_file(const ViewContext& context, const CalendarPlan& plan, std::string_view base_url);

}  // namespace armillary
