#include "view/step_view.h"

#include <algorithm>

namespace armillary {
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

Value step_value(const ViewContext& context, const Step& step) {
  const DatedStep& dated = *step.step;
  Value caption = dated.entry != nullptr ? entry_caption(context, *dated.entry) : Value::none();
  const auto& today = context.site.today;
  Map out;
  out.set("date", date_value(context, dated.date));
  out.set("caption", caption.is_none() ? field_label(context, *dated.field) : caption);
  out.set("card", context.cards[step.record]);
  out.set("is_future", today.has_value() && dated.date.earliest_day() > today->latest_day());
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
  std::stable_sort(steps.begin(), steps.end(), [&](const Step& a, const Step& b) {
    return comes_before(context.site, context.language, a.step->date, a.record, b.step->date, b.record);
  });
}

}  // namespace armillary
