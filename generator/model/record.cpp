#include "model/record.h"

#include <algorithm>

namespace armillary {

std::string_view word_of(Absence absence) {
  switch (absence) {
    case Absence::not_stated:
      return "not-stated";
    case Absence::not_checked:
      return "not-checked";
    case Absence::none_found:
      return "none-found";
  }
  return {};
}

std::string_view word_of(TranslationState state) {
  switch (state) {
    case TranslationState::original:
      return "original";
    case TranslationState::official:
      return "official";
    case TranslationState::reviewed:
      return "reviewed";
    case TranslationState::draft:
      return "draft";
    case TranslationState::machine:
      return "machine";
  }
  return {};
}

const markdown::Document* LocalizedMarkdown::in(LanguageIndex language) const {
  if (language >= by_language.size() || by_language[language].is_empty()) return nullptr;
  return &by_language[language];
}

const FieldValue* find_value(const Group& group, std::string_view name) {
  const auto found =
      std::find_if(group.begin(), group.end(), [&](const FieldValue& v) { return v.field->name.value == name; });
  return found == group.end() ? nullptr : &*found;
}

std::optional<PartialDate> Record::last_change() const {
  std::optional<PartialDate> newest = published;
  for (const Change& change : changes) {
    if (!newest || *newest < change.date) newest = change.date;
  }
  return newest;
}

const LocalizedText& Record::title() const {
  static const LocalizedText kNone;
  const FieldValue* value = find("title");
  if (value == nullptr || value->items.empty()) return kNone;
  const auto* text = std::get_if<LocalizedText>(&value->items.front().datum);
  return text == nullptr ? kNone : *text;
}

}  // namespace armillary
