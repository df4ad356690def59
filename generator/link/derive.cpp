#include "link/derive.h"

#include <algorithm>

namespace armillary {
namespace {

void add_steps(const Group& group, const Group* entry, std::vector<DatedStep>& out) {
  for (const FieldValue& value : group) {
    for (const Item& item : value.items) {
      if (const auto* date = std::get_if<PartialDate>(&item.datum); date != nullptr && value.field->timeline) {
        out.push_back({*date, value.field, entry});
      }
      if (const auto* inner = std::get_if<Group>(&item.datum)) add_steps(*inner, inner, out);
    }
  }
}

const PartialDate* date_in(const Group& entry, std::string_view field) {
  const FieldValue* value = find_value(entry, field);
  return value == nullptr || value->items.empty() ? nullptr : std::get_if<PartialDate>(&value->items.front().datum);
}

const ChosenTerm* choice_in(const Group& entry, std::string_view field) {
  const FieldValue* value = find_value(entry, field);
  return value == nullptr || value->items.empty() ? nullptr : std::get_if<ChosenTerm>(&value->items.front().datum);
}

}  // namespace

std::vector<DatedStep> find_steps(const Record& record) {
  std::vector<DatedStep> out;
  add_steps(record.fields, nullptr, out);
  std::stable_sort(out.begin(), out.end(), [](const DatedStep& a, const DatedStep& b) { return a.date < b.date; });
  return out;
}

std::optional<PartialDate> date_of_entry(const Group& entry) {
  for (const FieldValue& value : entry) {
    if (value.items.empty()) continue;
    if (const auto* date = std::get_if<PartialDate>(&value.items.front().datum)) return *date;
  }
  return std::nullopt;
}

std::vector<DerivedState> state_history(const Record& record, const Field& field) {
  std::vector<DerivedState> out;
  const Derivation& rule = *field.derived;
  const FieldValue* steps = record.find(rule.from.value);
  if (steps == nullptr) return out;
  for (const Item& item : steps->items) {
    const auto* entry = std::get_if<Group>(&item.datum);
    if (entry == nullptr) continue;
    const PartialDate* date = date_in(*entry, rule.date.value);
    const ChosenTerm* step = choice_in(*entry, rule.choice.value);
    if (date == nullptr || step == nullptr) continue;
    const auto found =
        std::find_if(rule.map.begin(), rule.map.end(), [&](const auto& m) { return m.first.value == step->id; });
    if (found != rule.map.end()) out.push_back({&field, found->second.value, *date});
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return *a.since < *b.since; });
  return out;
}

std::vector<DerivedState> derive_states(const Record& record, const std::optional<PartialDate>& today) {
  std::vector<DerivedState> out;
  for (const Field& field : record.kind->fields) {
    if (!field.derived) continue;
    const std::vector<DerivedState> history = state_history(record, field);
    const DerivedState* last = nullptr;
    for (const DerivedState& state : history) {
      if (!today || state.since->earliest_day() <= today->latest_day()) last = &state;
    }
    if (last != nullptr) out.push_back(*last);
  }
  return out;
}

}  // namespace armillary
