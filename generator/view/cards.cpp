#include "view/cards.h"

#include "view/addresses.h"
#include "view/step_view.h"

namespace armillary {
namespace {

Value summary_of(const ViewContext& context, const Record& record) {
  if (const LocalizedText* text = summary_text(record)) return lasting_phrase(context, *text);
  const FieldValue* summary = record.find("summary");
  if (summary == nullptr || summary->items.empty()) return Value::none();
  if (const auto* text = std::get_if<PlainText>(&summary->items.front().datum)) return Value::lasting(text->text);
  return Value::none();
}

// The label of the first derived state: what the record's standing is.
Value state_of(const ViewContext& context, RecordIndex index) {
  const auto& states = context.site.links[index].states;
  if (states.empty()) return Value::none();
  const Term* term = states.front().field->find_term(states.front().term);
  Map out;
  out.set("id", Value::lasting(states.front().term));
  out.set("label", phrase(context, term->label));
  return out;
}

// What an entry of a group says of its date, as `proposed`; the label of a date field alone says no more than the date.
Value what_the_date_is_of(const ViewContext& context, const LinkedRecord& linked) {
  const Group* entry = linked.steps.front().entry;
  return entry != nullptr ? entry_caption(context, *entry) : Value::none();
}

}  // namespace

const LocalizedText* summary_text(const Record& record) {
  const FieldValue* summary = record.find("summary");
  if (summary == nullptr || summary->items.empty()) return nullptr;
  return std::get_if<LocalizedText>(&summary->items.front().datum);
}

Value make_card(const ViewContext& context, RecordIndex index, Value terms) {
  const Record& record = context.record(index);
  const LinkedRecord& linked = context.site.links[index];
  const auto& date = linked.date;
  constexpr std::size_t kEntries = 13;
  Map out(kEntries);
  // First what links and lists ask for: a card is seldom in the processor's cache.
  out.set("address", record_address(context.lang(), record));
  out.set("title", lasting_phrase(context, record.title()));
  out.set("title_text", lasting_phrase_text(context, record.title()));
  out.set("kind_label", phrase(context, record.kind->label_one));
  out.set("date", date ? date_value(context, *date) : Value::none());
  out.set("state", state_of(context, index));
  out.set("withdrawn", record.withdrawn.has_value());
  out.set("draft", record.is_draft);
  out.set("date_of", date ? what_the_date_is_of(context, linked) : Value::none());
  out.set("summary", summary_of(context, record));
  out.set("terms", std::move(terms));
  out.set("id", Value::lasting(record.id));
  out.set("kind", Value::lasting(record.kind->name));
  return out;
}

}  // namespace armillary
