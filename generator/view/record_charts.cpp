#include "view/record_charts.h"

#include <algorithm>
#include <set>

#include "charts/history_chart.h"
#include "charts/neighbourhood_chart.h"
#include "charts/timeline_chart.h"
#include "view/addresses.h"
#include "view/step_view.h"
#include "view/timeline_view.h"

namespace armillary {
namespace {

constexpr std::size_t kNeighboursOnASide = 8;
constexpr std::size_t kGroupsOnASide = 4;
constexpr std::size_t kLeastNeighbours = 3;
constexpr std::size_t kLeastInProfile = 8;
// A record's page is to be read on a telephone: beyond this the drawing counts by year.
constexpr std::size_t kMostInProfile = 120;

charts::ChartText chart_text(const ViewContext& context, const LocalizedText& text) {
  if (text.is_absent()) return {};
  const LanguageIndex shown = text.shown_in(context.language);
  const std::string language = shown == context.language ? "" : context.site.file().languages[shown].tag;
  return {std::string(text.in(shown)), language};
}

charts::ChartText label_text(const ViewContext& context, const IncomingGroup& group) {
  if (group.inverse != nullptr) return chart_text(context, *group.inverse);
  return {std::string(context.words.plain("linked_from")), ""};
}

struct Candidates {
  charts::ChartText label;
  std::vector<RecordIndex> records;
};

charts::NeighbourGroup chart_group(const ViewContext& context, const Candidates& from, std::size_t most,
                                   const std::string& root) {
  charts::NeighbourGroup group;
  group.label = from.label;
  group.total = from.records.size();
  group.total_text = context.format.number(static_cast<std::int64_t>(group.total));
  std::vector<RecordIndex> order = from.records;
  const auto links_to = [&](RecordIndex record) { return context.site.links[record].incoming.size(); };
  std::stable_sort(order.begin(), order.end(), [&](RecordIndex a, RecordIndex b) { return links_to(a) > links_to(b); });
  order.resize(std::min(most, order.size()));
  for (const RecordIndex record : order) {
    group.shown.push_back({chart_text(context, context.record(record).title()),
                           root + record_address(context.lang(), context.record(record))});
  }
  return group;
}

// One side of the drawing: the places are dealt out to the groups in turns.
std::vector<charts::NeighbourGroup> chart_side(const ViewContext& context, std::vector<Candidates> groups,
                                               const std::string& root) {
  groups.resize(std::min(groups.size(), kGroupsOnASide));
  std::vector<std::size_t> places(groups.size(), 0);
  std::size_t left = kNeighboursOnASide;
  for (bool changed = true; changed && left > 0;) {
    changed = false;
    for (std::size_t i = 0; i < groups.size() && left > 0; ++i) {
      if (places[i] == groups[i].records.size()) continue;
      ++places[i];
      --left;
      changed = true;
    }
  }
  std::vector<charts::NeighbourGroup> out;
  for (std::size_t i = 0; i < groups.size(); ++i) out.push_back(chart_group(context, groups[i], places[i], root));
  return out;
}

std::size_t shown_in(const std::vector<charts::NeighbourGroup>& groups) {
  std::size_t count = 0;
  for (const charts::NeighbourGroup& group : groups) count += group.shown.size();
  return count;
}

}  // namespace

Value history_value(const ViewContext& context, RecordIndex index) {
  charts::HistoryChart chart;
  const auto& today = context.site.today;
  for (const DatedStep& step : context.site.links[index].steps) {
    std::string caption = step.entry != nullptr ? entry_caption_text(context, *step.entry) : std::string();
    if (caption.empty()) caption = phrase_text(context, step.field->label);
    const PartialDate& date = step.date;
    const bool to_the_day = date.start().precision() == DatePrecision::day;
    chart.steps.push_back({date.earliest_day(), date.latest_day(), date.is_approximate() || !to_the_day,
                           today.has_value() && date.earliest_day() > today->latest_day(), context.format.date(date),
                           std::move(caption)});
  }
  if (!charts::is_worth_drawing(chart)) return Value::none();
  if (today) {
    chart.today = today->earliest_day();
    chart.today_label = context.format.date(*today);
  }
  chart.digits = digits_of(context);
  return Value::html(charts::draw_history(chart));
}

Value neighbourhood_value(const ViewContext& context, RecordIndex index, const std::vector<IncomingGroup>& incoming,
                          const std::string& root) {
  std::set<RecordIndex> seen = {index};  // a neighbour stands under the first of its relations
  const auto keep_new = [&](Candidates candidates, std::vector<Candidates>& side) {
    std::erase_if(candidates.records, [&](RecordIndex record) { return !seen.insert(record).second; });
    if (!candidates.records.empty()) side.push_back(std::move(candidates));
  };
  std::vector<Candidates> left;
  for (const IncomingGroup& group : incoming) {
    Candidates candidates{label_text(context, group), {}};
    for (const Relation& relation : group.relations) {
      if (!is_source_of_entry(context, index, relation)) candidates.records.push_back(relation.from);
    }
    keep_new(std::move(candidates), left);
  }
  seen = {index};
  std::vector<Candidates> right;
  for (OutgoingGroup& group : outgoing_groups(context, index)) {
    const LocalizedText& label = group.field->label;
    charts::ChartText text =
        label.is_absent() ? charts::ChartText{group.field->name.value, ""} : chart_text(context, label);
    keep_new({std::move(text), std::move(group.targets)}, right);
  }
  charts::NeighbourhoodChart chart;
  chart.title = chart_text(context, context.record(index).title());
  chart.incoming = chart_side(context, std::move(left), root);
  chart.outgoing = chart_side(context, std::move(right), root);
  if (shown_in(chart.incoming) + shown_in(chart.outgoing) < kLeastNeighbours) return Value::none();
  return Value::html(charts::draw_neighbourhood(chart));
}

Value profile_value(const ViewContext& context, RecordIndex index, const std::vector<IncomingGroup>& incoming,
                    const std::string& root) {
  charts::TimelineChart chart;
  for (const IncomingGroup& group : incoming) {
    const std::size_t lane = chart.lanes.size();
    bool is_used = false;
    for (const Relation& relation : group.relations) {
      if (!relation.date || is_source_of_entry(context, index, relation)) continue;
      const std::string act = relation.entry != nullptr ? entry_caption_text(context, *relation.entry) : std::string();
      chart.marks.push_back(timeline_mark(context, *relation.date, relation.from, act, root, lane));
      is_used = true;
    }
    if (!is_used) continue;
    chart.lanes.push_back(label_text(context, group).text);
  }
  if (chart.marks.size() < kLeastInProfile) return Value::none();
  std::stable_sort(chart.marks.begin(), chart.marks.end(),
                   [](const auto& a, const auto& b) { return a.first_day < b.first_day; });
  chart.most_marks = kMostInProfile;
  set_today(context, chart);
  chart.year_address = "#section.links-here";
  chart.year_title = "{year}: {n}";
  Map out;
  out.set("svg", Value::html(charts::draw_timeline(chart)));
  out.set("is_counted", chart.marks.size() > chart.most_marks);
  out.set("count", chart.marks.size());
  return Value(std::move(out));
}

}  // namespace armillary
