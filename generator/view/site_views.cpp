#include "view/site_views.h"

#include <algorithm>
#include <map>

#include "charts/timeline_chart.h"
#include "view/addresses.h"
#include "view/facet_values.h"
#include "view/matrix_view.h"
#include "view/step_view.h"
#include "view/table_view.h"

namespace armillary {
namespace {

bool fulfils(const Site& site, RecordIndex index, const FieldCondition& condition) {
  const FieldValue* value = site.record(index).find(condition.field.value);
  const DerivedState* state = site.find_state(index, condition.field.value);
  if (condition.value.empty()) return (value != nullptr && value->has_value()) || state != nullptr;
  const std::vector<std::string_view> ids = ids_at(site, index, condition.field.value);
  return std::find(ids.begin(), ids.end(), condition.value) != ids.end();
}

bool takes(const ViewFile& view, const Record& record) {
  return view.kinds.empty() || std::any_of(view.kinds.begin(), view.kinds.end(),
                                           [&](const auto& kind) { return kind.value == record.kind->name; });
}

charts::TimelineMark mark_of(const ViewContext& context, const Step& step, const std::string& root, std::size_t lane) {
  const DatedStep& dated = *step.step;
  const PartialDate& date = dated.date;
  const Record& record = context.record(step.record);
  const std::string caption = dated.entry != nullptr ? entry_caption_text(context, *dated.entry) : std::string();
  charts::TimelineMark mark;
  mark.lane = lane;
  mark.first_day = date.earliest_day();
  mark.last_day = date.latest_day();
  const bool to_the_day = date.start().precision() == DatePrecision::day;
  mark.shape = to_the_day && !date.is_span() ? charts::MarkShape::point : charts::MarkShape::bar;
  mark.is_imprecise = date.is_approximate() || !to_the_day;
  mark.address = root + record_address(context.lang(), record);
  mark.title = context.format.date(date) + " · " + phrase_text(context, record.title()) +
               (caption.empty() ? std::string() : " · " + caption);
  return mark;
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

}  // namespace

std::vector<RecordIndex> records_of_view(const ViewContext& context, const ViewFile& view) {
  std::vector<RecordIndex> out;
  for (RecordIndex i = 0; i < context.site.links.size(); ++i) {
    const bool chosen = takes(view, context.record(i)) &&
                        std::all_of(view.where.begin(), view.where.end(),
                                    [&](const FieldCondition& c) { return fulfils(context.site, i, c); });
    if (chosen) out.push_back(i);
  }
  std::sort(out.begin(), out.end(),
            [&](RecordIndex a, RecordIndex b) { return title_comes_before(context.site, context.language, a, b); });
  return out;
}

namespace {

Map timeline_map(const ViewContext& context, const std::vector<RecordIndex>& records, const std::string& root) {
  charts::TimelineChart chart;
  std::map<const Kind*, std::size_t> lanes;
  Array lane_values;
  std::vector<Step> steps;
  for (const Kind& kind : context.site.corpus->schema.kinds) {
    const bool is_used = std::any_of(records.begin(), records.end(), [&](RecordIndex r) {
      return context.record(r).kind == &kind && !context.site.links[r].steps.empty();
    });
    if (!is_used) continue;
    lanes.emplace(&kind, chart.lanes.size());
    chart.lanes.push_back(phrase_text(context, kind.label_many));
    Map lane;
    lane.set("label", phrase(context, kind.label_many));
    lane.set("kind", kind.name);
    lane_values.emplace_back(std::move(lane));
  }
  for (const RecordIndex record : records) {
    for (const DatedStep& step : context.site.links[record].steps) steps.push_back({record, &step});
  }
  sort_steps(context, steps);
  for (const Step& step : steps) {
    chart.marks.push_back(mark_of(context, step, root, lanes.at(context.record(step.record).kind)));
  }
  if (context.site.today) {
    chart.today = context.site.today->earliest_day();
    chart.today_label = context.format.date(*context.site.today);
  }
  chart.year_address = root + years_address(context.lang()) + "{year}/";
  chart.year_title = "{year}: {n}";
  for (std::size_t digit = 0; digit < chart.digits.size(); ++digit) {
    chart.digits[digit] = context.format.year(static_cast<int>(digit));
  }
  Map out;
  out.set("svg", Value::html(charts::draw_timeline(chart)));
  out.set("is_counted", steps.size() > charts::kMaxMarks);
  out.set("count", steps.size());
  out.set("lanes", std::move(lane_values));
  out.set("years", years_of(context, steps));
  return out;
}

// Beside the drawing, what its list can be narrowed by; a record counts once for every step.
Value narrowed_timeline(const ViewContext& context, const std::vector<RecordIndex>& records, const std::string& root,
                        const FacetIndex& facets) {
  std::vector<RecordIndex> entries;
  for (const RecordIndex record : records) {
    entries.insert(entries.end(), context.site.links[record].steps.size(), record);
  }
  Map out = timeline_map(context, records, root);
  out.set("facets", facets_among(context, facets, entries, ListOf::many));
  return Value(std::move(out));
}

}  // namespace

Value timeline_value(const ViewContext& context, const std::vector<RecordIndex>& records, const std::string& root) {
  return Value(timeline_map(context, records, root));
}

Value site_view(const ViewContext& context, const ViewFile& view, const DocumentPlace& place,
                const FacetIndex& facets) {
  Map out;
  out.set("path", view.path.value);
  out.set("title", phrase(context, view.title));
  out.set("intro", phrase(context, view.intro));
  switch (view.type) {
    case ViewType::timeline:
      out.set("type", "timeline");
      out.set("timeline", narrowed_timeline(context, records_of_view(context, view), place.root, facets));
      break;
    case ViewType::matrix:
      out.set("type", "matrix");
      out.set("matrix", matrix_value(context, view, facets));
      break;
    case ViewType::table:
      out.set("type", "table");
      out.set("table", table_value(context, view, place, facets));
      break;
  }
  return out;
}

}  // namespace armillary
