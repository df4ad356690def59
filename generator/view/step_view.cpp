#include "view/step_view.h"

#include <algorithm>
#include <compare>

namespace armillary {
namespace {

bool step_comes_before(const ViewContext& context, const Step& a, const Step& b) {
  return comes_before(context.site, context.language, a.step->date, a.record, b.step->date, b.record);
}

bool is_future(const ViewContext& context, const DatedStep& step) {
  const auto& today = context.site.today;
  return today.has_value() && step.date.earliest_day() > today->latest_day();
}

// A site has thousands of steps: only those that are kept are sorted.
template <typename Before>
void keep_first(std::size_t most, std::vector<Step>& steps, const Before& before) {
  const auto kept = steps.begin() + static_cast<std::ptrdiff_t>(std::min(most, steps.size()));
  std::partial_sort(steps.begin(), kept, steps.end(), before);
  steps.erase(kept, steps.end());
}

}  // namespace

const Term* caption_term(const Group& entry) {
  for (const FieldValue& value : entry) {
    if (value.items.empty()) continue;
    if (const auto* term = std::get_if<ChosenTerm>(&value.items.front().datum)) return value.field->find_term(term->id);
  }
  return nullptr;
}

Value entry_caption(const ViewContext& context, const Group& entry) {
  const Term* term = caption_term(entry);
  return term == nullptr ? Value::none() : phrase(context, term->label);
}

std::string entry_caption_text(const ViewContext& context, const Group& entry) {
  const Term* term = caption_term(entry);
  return term == nullptr ? std::string() : phrase_text(context, term->label);
}

namespace {

Map step_entries(const ViewContext& context, const Step& step) {
  const DatedStep& dated = *step.step;
  Value caption = dated.entry != nullptr ? entry_caption(context, *dated.entry) : Value::none();
  Map out;
  out.set("date", date_value(context, dated.date));
  out.set("caption", caption.is_none() ? field_label(context, *dated.field) : caption);
  out.set("card", context.cards[step.record]);
  out.set("is_future", is_future(context, dated));
  return out;
}

Value first_text(const ViewContext& context, const Group& entry) {
  for (const FieldValue& value : entry) {
    if (value.field->type != FieldType::text || value.items.empty()) continue;
    const Datum& datum = value.items.front().datum;
    if (const auto* text = std::get_if<LocalizedText>(&datum)) return lasting_phrase(context, *text);
    if (const auto* text = std::get_if<PlainText>(&datum)) return Value::lasting(text->text);
  }
  return Value::none();
}

}  // namespace

Value step_value(const ViewContext& context, const Step& step) { return step_entries(context, step); }

Value step_with_note(const ViewContext& context, const Step& step) {
  const Group* entry = step.step->entry;
  Map out = step_entries(context, step);
  out.set("note", entry != nullptr ? first_text(context, *entry) : Value::none());
  return out;
}

std::string step_caption(const ViewContext& context, const DatedStep& step) {
  std::string caption = step.entry != nullptr ? entry_caption_text(context, *step.entry) : std::string();
  if (!caption.empty()) return caption;
  return step.field->label.is_absent() ? step.field->name.value : phrase_text(context, step.field->label);
}

Value steps_view(const ViewContext& context, RecordIndex record) {
  Array out;
  for (const DatedStep& step : context.site.links[record].steps) out.push_back(step_value(context, {record, &step}));
  return out;
}

void sort_steps(const ViewContext& context, std::vector<Step>& steps) {
  std::stable_sort(steps.begin(), steps.end(),
                   [&](const Step& a, const Step& b) { return step_comes_before(context, a, b); });
}

NearSteps steps_near_today(const ViewContext& context, std::size_t most) {
  NearSteps out;
  for (RecordIndex i = 0; i < context.site.links.size(); ++i) {
    for (const DatedStep& step : context.site.links[i].steps) {
      (is_future(context, step) ? out.upcoming : out.recent).push_back({i, &step});
    }
  }
  // Steps of one record and date stand in the record's order.
  const auto before = [&](const Step& a, const Step& b) {
    if (a.record != b.record) return step_comes_before(context, a, b);
    const auto order = a.step->date <=> b.step->date;
    return std::is_eq(order) ? a.step < b.step : std::is_lt(order);
  };
  keep_first(most, out.upcoming, before);
  keep_first(most, out.recent, [&](const Step& a, const Step& b) { return before(b, a); });
  return out;
}

}  // namespace armillary
