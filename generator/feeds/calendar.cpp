#include "feeds/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "feeds/calendar_lines.h"
#include "feeds/news.h"
#include "view/addresses.h"
#include "view/cards.h"
#include "view/step_view.h"

namespace armillary {
namespace {

bool is_known_to_the_day(const PartialDate& date) {
  return !date.is_approximate() && date.precision() == DatePrecision::day &&
         date.end().precision() == DatePrecision::day;
}

std::string basic_date(std::int32_t day_number) {
  const DatePoint day = point_of_day(day_number);
  return fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day);
}

std::string name_of_step(const Record& record, const DatedStep& step) {
  std::string out = record.id + "." + step.field->name.value;
  const Term* term = step.entry != nullptr ? caption_term(*step.entry) : nullptr;
  return term == nullptr ? out : out + "." + term->id;
}

// "example.org" of "https://example.org/observatory/".
std::string host_of(const std::string& base_url) {
  const std::size_t begin = base_url.find("//") + 2;
  return base_url.substr(begin, base_url.find_first_of("/:", begin) - begin);
}

class CalendarWriter {
 public:
  CalendarWriter(const ViewContext& context, std::string_view base_url)
      : context_(context), base_url_(base_url), host_(host_of(context.site.file().base_url)) {}

  std::string write(const CalendarPlan& plan);

 private:
  void write_head(const CalendarPlan& plan);
  void write_event(const CalendarEvent& event);
  void add_phrase(std::string_view property, const LocalizedText& text, std::string_view phrase);

  const ViewContext& context_;
  std::string_view base_url_;
  std::string host_;
  CalendarLines lines_;
};

// A phrase whose words come from `text`, with the language that they are in.
void CalendarWriter::add_phrase(std::string_view property, const LocalizedText& text, std::string_view phrase) {
  const Languages& languages = context_.site.file().languages;
  lines_.add_text(fmt::format("{};LANGUAGE={}", property, languages[text.shown_in(context_.language)].tag), phrase);
}

void CalendarWriter::write_head(const CalendarPlan& plan) {
  const std::string name =
      phrase_text(context_, context_.site.file().title) + " · " + std::string(context_.words.plain("calendar"));
  lines_.add("BEGIN", "VCALENDAR");
  lines_.add("VERSION", "2.0");
  lines_.add("PRODID", "-//Armillary//Armillary//" + context_.lang().tag);
  lines_.add("CALSCALE", "GREGORIAN");
  lines_.add("METHOD", "PUBLISH");
  // The names that clients know, and those that RFC 7986 gave them.
  lines_.add_text("NAME", name);
  lines_.add_text("X-WR-CALNAME", name);
  const std::vector<std::string> notes = calendar_notes(context_, plan);
  if (!notes.empty()) {
    const std::string all = fmt::format("{}", fmt::join(notes, "\n"));
    lines_.add_text("DESCRIPTION", all);
    lines_.add_text("X-WR-CALDESC", all);
  }
  lines_.add("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
}

void CalendarWriter::write_event(const CalendarEvent& event) {
  const Record& record = context_.record(event.record);
  const PartialDate& date = event.step->date;
  const auto changed = news_date(record);
  const std::string address = std::string(base_url_) + record_address(context_.lang(), record);
  const std::string title = phrase_text(context_, record.title());
  const std::string step = step_caption(context_, *event.step);
  lines_.add("BEGIN", "VEVENT");
  lines_.add("UID", fmt::format("{}.{}@{}", event.name, context_.lang().key, host_));
  // When the entry was made. There is no clock: the record's own last date, else the step's.
  lines_.add("DTSTAMP", basic_date((changed ? *changed : date).earliest_day()) + "T000000Z");
  lines_.add("DTSTART;VALUE=DATE", basic_date(date.earliest_day()));
  lines_.add("DTEND;VALUE=DATE", basic_date(date.latest_day() + 1));  // the first day that is no longer in it
  add_phrase("SUMMARY", record.title(), fill(context_.words.plain("step_of"), {{"title", title}, {"step", step}}));
  if (const LocalizedText* summary = summary_text(record); summary != nullptr && !summary->is_absent()) {
    add_phrase("DESCRIPTION", *summary, summary->best(context_.language));
  }
  lines_.add("URL", address);
  if (!record.kind->label_one.is_absent()) {
    lines_.add_text("CATEGORIES", phrase_text(context_, record.kind->label_one));
  }
  lines_.add("TRANSP", "TRANSPARENT");
  lines_.add("END", "VEVENT");
}

std::string CalendarWriter::write(const CalendarPlan& plan) {
  write_head(plan);
  for (const CalendarEvent& event : plan.events) write_event(event);
  lines_.add("END", "VCALENDAR");
  return lines_.take();
}

// In the order that they have.
void keep_newest(std::size_t most, CalendarPlan& plan) {
  if (plan.events.size() <= most) return;
  plan.earlier = plan.events.size() - most;
  std::vector<std::size_t> order(plan.events.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const PartialDate& one = plan.events[a].step->date;
    const PartialDate& other = plan.events[b].step->date;
    return std::pair(one.latest_day(), one.earliest_day()) > std::pair(other.latest_day(), other.earliest_day());
  });
  order.resize(most);
  std::sort(order.begin(), order.end());
  std::vector<CalendarEvent> newest;
  newest.reserve(most);
  for (const std::size_t i : order) newest.push_back(std::move(plan.events[i]));
  plan.events = std::move(newest);
}

}  // namespace

CalendarPlan plan_calendar(const Site& site, std::size_t most) {
  CalendarPlan out;
  for (RecordIndex i = 0; i < site.links.size(); ++i) {
    const Record& record = site.record(i);
    if (record.withdrawn) continue;
    std::map<std::string, int> count;
    for (const DatedStep& step : site.links[i].steps) {
      if (!is_known_to_the_day(step.date)) {
        ++out.imprecise;
        continue;
      }
      std::string name = name_of_step(record, step);
      const int nth = ++count[name];
      if (nth > 1) name += "." + std::to_string(nth);
      out.events.push_back({i, &step, std::move(name)});
    }
  }
  keep_newest(most, out);
  return out;
}

std::vector<std::string> calendar_notes(const ViewContext& context, const CalendarPlan& plan) {
  std::vector<std::string> out;
  const auto note = [&](std::string_view words, std::size_t count) {
    const auto forms = context.words.forms.find(words);
    if (count == 0 || forms == context.words.forms.end()) return;
    out.push_back(context.format.counted(forms->second, static_cast<std::int64_t>(count)));
  };
  note("calendar_note", plan.imprecise);
  note("calendar_earlier", plan.earlier);
  return out;
}

std::string calendar_file(const ViewContext& context, const CalendarPlan& plan, std::string_view base_url) {
  return CalendarWriter(context, base_url).write(plan);
}

}  // namespace armillary
