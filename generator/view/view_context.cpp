#include "view/view_context.h"

#include "base/html_escape.h"

namespace armillary {

Cards::Cards(std::vector<Value> made) : made_(std::move(made)) {
  links_.reserve(made_.size());
  for (const Value& card : made_) {
    const Map& values = card.map();
    links_.push_back({values.find("address")->text(), values.find("title")->text()});
  }
}

std::string in_language(const ViewContext& context, LanguageIndex index, std::string_view text) {
  const Language& language = context.site.file().languages[index];
  std::string out = "<span lang=\"" + language.tag + "\" dir=\"" + std::string(language.direction()) + "\">";
  append_escaped(out, text);
  return out + "</span>";
}

std::string plain_html(const ViewContext& context, std::string_view text) {
  return context.foreign_scripts.mark(escape_html(text));
}

std::string phrase_html(const ViewContext& context, const LocalizedText& text) {
  if (text.is_absent()) return {};
  const LanguageIndex shown = text.shown_in(context.language);
  if (shown == context.language) return plain_html(context, text.in(shown));
  return in_language(context, shown, text.in(shown));
}

Value phrase(const ViewContext& context, const LocalizedText& text) {
  const Value* made = context.schema_words.find(text);
  return made != nullptr ? made->borrowed() : Value::html(phrase_html(context, text));
}

std::string phrase_text(const ViewContext& context, const LocalizedText& text) {
  return text.is_absent() ? std::string() : std::string(text.best(context.language));
}

Value lasting_plain_html(const ViewContext& context, std::string_view text) {
  const bool stays = !needs_escaping(text) && context.foreign_scripts.is_free_of_phrases(text);
  return stays ? Value::lasting_html(text) : Value::html(plain_html(context, text));
}

Value lasting_phrase(const ViewContext& context, const LocalizedText& text) {
  const std::string_view own = text.in(context.language);
  return own.empty() ? Value::html(phrase_html(context, text)) : lasting_plain_html(context, own);
}

Value lasting_phrase_text(const ViewContext& context, const LocalizedText& text) {
  return Value::lasting(text.best(context.language));
}

Value field_label(const ViewContext& context, const Field& field) {
  return field.label.is_absent() ? Value(field.name.value) : phrase(context, field.label);
}

FieldWords make_field_words(const ViewContext& context, const Field& field) {
  return {field.name.value, field_label(context, field), phrase(context, field.help), name_of(field.type),
          phrase(context, field.unit)};
}

FieldWords field_words(const ViewContext& context, const Field& field) {
  const FieldWords* made = context.schema_words.find(field);
  return made != nullptr ? made->borrowed() : make_field_words(context, field);
}

Map make_field_frame(const FieldWords& words, const Field& field) {
  constexpr std::size_t kEntries = 10;
  Map out(kEntries);
  out.set("name", words.name);
  out.set("label", words.label);
  out.set("help", words.help);
  out.set("type", words.type);
  out.set("many", field.many);
  out.set("unit", words.unit);
  out.set("absence", Value::none());
  out.set("evidence", Value::none());
  out.set("items", Value::none());
  if (field.type == FieldType::group) out.set("columns", Value::none());
  return out;
}

Map field_frame(const ViewContext& context, const Field& field) {
  const Map* made = context.schema_words.find_frame(field);
  return made != nullptr ? *made : make_field_frame(make_field_words(context, field), field);
}

Value date_value(const ViewContext& context, const PartialDate& date) {
  const bool is_point = !date.is_span();
  const Value written(date.to_string());
  Map out;
  out.set("text", context.format.date(date));
  out.set("machine", is_point && !date.is_approximate() ? written : Value(is_point ? date.start().to_string() : ""));
  out.set("iso", written);
  out.set("approximate", date.is_approximate());
  return out;
}

}  // namespace armillary
