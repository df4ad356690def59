#include "view/timeline_view.h"

#include <algorithm>
#include <map>

#include "view/addresses.h"
#include "view/facets.h"

namespace armillary {
namespace {

constexpr std::size_t kMostLanes = 16;

// A lane and what stands in it.
struct Lane {
  Value label;
  std::string text;
  std::string kind;  // empty where it is no kind's
  std::vector<Step> steps;
};

void take_steps(const ViewContext& context, RecordIndex record, Lane& lane) {
  for (const DatedStep& step : context.site.links[record].steps) lane.steps.push_back({record, &step});
}

std::vector<Lane> lanes_by_kind(const ViewContext& context, const std::vector<RecordIndex>& records) {
  std::vector<Lane> out;
  for (const Kind& kind : context.site.corpus->schema.kinds) {
    Lane lane{phrase(context, kind.label_many), phrase_text(context, kind.label_many), kind.name, {}};
    for (const RecordIndex record : records) {
      if (context.record(record).kind == &kind) take_steps(context, record, lane);
    }
    if (!lane.steps.empty()) out.push_back(std::move(lane));
  }
  return out;
}

Lane lane_of(const ViewContext& context, const Field& field, std::string_view id) {
  Lane lane;
  if (const auto record = field.type == FieldType::ref ? context.site.corpus->find(id) : std::nullopt) {
    lane.label = phrase(context, context.record(*record).title());
    lane.text = phrase_text(context, context.record(*record).title());
  } else if (const Term* term = field.find_term(id)) {
    lane.label = phrase(context, term->label);
    lane.text = phrase_text(context, term->label);
  }
  return lane;
}

std::vector<Lane> lanes_by_field(const ViewContext& context, const std::vector<RecordIndex>& records,
                                 const std::string& path) {
  std::map<std::string_view, std::size_t> place;
  std::vector<Lane> lanes;
  for (const RecordIndex record : records) {
    if (context.site.links[record].steps.empty()) continue;
    const Field* field = context.record(record).kind->find_path(path);
    if (field == nullptr) continue;
    for (const std::string_view id : ids_at(context.site, record, path)) {
      const auto [found, is_new] = place.try_emplace(id, lanes.size());
      if (is_new) lanes.push_back(lane_of(context, *field, id));
      take_steps(context, record, lanes[found->second]);
    }
  }
  std::stable_sort(lanes.begin(), lanes.end(),
                   [](const Lane& a, const Lane& b) { return a.steps.size() > b.steps.size(); });
  if (lanes.size() <= kMostLanes) return lanes;
  Lane rest;
  rest.text = std::string(context.words.plain("lane_others"));
  rest.label = Value(rest.text);
  for (std::size_t i = kMostLanes - 1; i < lanes.size(); ++i) {
    rest.steps.insert(rest.steps.end(), lanes[i].steps.begin(), lanes[i].steps.end());
  }
  lanes.resize(kMostLanes - 1);
  lanes.push_back(std::move(rest));
  return lanes;
}

Value years_of(const ViewContext& context, const std::vector<Step>& steps) {
  std::map<int, std::vector<const Step*>> by_year;
  for (const Step& step : steps) by_year[step.step->date.year()].push_back(&step);
  const bool is_listed = steps.size() <= kMaxListedSteps;
  Array out;
  for (auto year = by_year.rbegin(); year != by_year.rend(); ++year) {
    Map made;
    made.set("year", year->first);
    made.set("text", context.format.year(year->first));
    made.set("address", year_address(context.lang(), year->first));
    made.set("count", year->second.size());
    Array listed;
    if (is_listed) {
      for (const Step* step : year->second) listed.push_back(step_value(context, *step));
    }
    made.set("steps", std::move(listed));
    out.emplace_back(std::move(made));
  }
  return out;
}

// In their order where they are listed.
std::vector<Step> all_steps(const ViewContext& context, const std::vector<RecordIndex>& records) {
  std::vector<Step> out;
  for (const RecordIndex record : records) {
    for (const DatedStep& step : context.site.links[record].steps) out.push_back({record, &step});
  }
  if (out.size() <= kMaxListedSteps) sort_steps(context, out);
  return out;
}

// A mark of which only the days and the lane matter.
charts::TimelineMark plain_mark(const PartialDate& date, std::size_t lane) {
  charts::TimelineMark mark;
  mark.lane = lane;
  mark.first_day = date.earliest_day();
  mark.last_day = date.latest_day();
  const bool to_the_day = date.start().precision() == DatePrecision::day;
  mark.shape = to_the_day && !date.is_span() ? charts::MarkShape::point : charts::MarkShape::bar;
  mark.is_imprecise = date.is_approximate() || !to_the_day;
  return mark;
}

using PlacedSteps = std::vector<std::pair<Step, std::size_t>>;  // and their lanes

// Marks to be drawn one by one.
void add_marks(const ViewContext& context, PlacedSteps placed, const std::string& root, charts::TimelineChart& chart) {
  std::stable_sort(placed.begin(), placed.end(), [&](const auto& a, const auto& b) {
    return comes_before(context.site, context.language, a.first.step->date, a.first.record, b.first.step->date,
                        b.first.record);
  });
  for (const auto& [step, lane] : placed) {
    const std::string caption =
        step.step->entry != nullptr ? entry_caption_text(context, *step.step->entry) : std::string();
    chart.marks.push_back(timeline_mark(context, step.step->date, step.record, caption, root, lane));
  }
}

}  // namespace

std::array<std::string, 10> digits_of(const ViewContext& context) {
  std::array<std::string, 10> out;
  for (std::size_t digit = 0; digit < out.size(); ++digit) out[digit] = context.format.year(static_cast<int>(digit));
  return out;
}

void set_today(const ViewContext& context, charts::TimelineChart& chart) {
  chart.digits = digits_of(context);
  if (!context.site.today) return;
  chart.today = context.site.today->earliest_day();
  chart.today_word = context.words.plain("today");
  chart.today_label = context.format.date(*context.site.today);
}

charts::TimelineMark timeline_mark(const ViewContext& context, const PartialDate& date, RecordIndex record,
                                   std::string_view caption, const std::string& root, std::size_t lane) {
  charts::TimelineMark mark = plain_mark(date, lane);
  mark.address = root + record_address(context.lang(), context.record(record));
  mark.title = context.format.date(date) + " · " + phrase_text(context, context.record(record).title());
  if (!caption.empty()) mark.title += " · " + std::string(caption);
  return mark;
}

Value timeline_value(const ViewContext& context, const std::vector<RecordIndex>& records, const std::string& root,
                     const std::string& lanes) {
  std::vector<Lane> made = lanes.empty() ? lanes_by_kind(context, records) : lanes_by_field(context, records, lanes);
  charts::TimelineChart chart;
  Array lane_values;
  PlacedSteps placed;
  for (std::size_t i = 0; i < made.size(); ++i) {
    chart.lanes.push_back(made[i].text);
    Map lane;
    lane.set("label", made[i].label);
    lane.set("kind", made[i].kind);
    lane_values.emplace_back(std::move(lane));
    for (const Step& step : made[i].steps) placed.emplace_back(step, i);
  }
  const bool is_counted = placed.size() > chart.most_marks;
  if (is_counted) {
    for (const auto& [step, lane] : placed) chart.marks.push_back(plain_mark(step.step->date, lane));
  } else {
    add_marks(context, std::move(placed), root, chart);
  }
  set_today(context, chart);
  chart.year_address = root + years_address(context.lang()) + "{year}/";
  chart.year_title = "{year}: {n}";
  const std::vector<Step> steps = all_steps(context, records);
  Map out;
  out.set("svg", Value::html(charts::draw_timeline(chart)));
  out.set("is_counted", is_counted);
  out.set("count", steps.size());
  out.set("lanes", std::move(lane_values));
  out.set("lanes_by", lanes.empty() ? "kind" : lanes);
  out.set("years", years_of(context, steps));
  return out;
}

}  // namespace armillary
