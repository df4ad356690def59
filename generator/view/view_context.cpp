#include "view/view_context.h"

#include "base/html_escape.h"

namespace armillary {

std::string phrase_html(const ViewContext& context, const LocalizedText& text) {
  std::string out;
  if (text.is_absent()) return out;
  const LanguageIndex shown = text.shown_in(context.language);
  const std::string_view words = text.in(shown);
  if (shown == context.language) {
    append_escaped(out, words);
    return out;
  }
  const Language& other = context.site.file().languages[shown];
  out.append("<span lang=\"").append(other.tag).append("\" dir=\"").append(other.direction()).append("\">");
  append_escaped(out, words);
  return out.append("</span>");
}

Value phrase(const ViewContext& context, const LocalizedText& text) { return Value::html(phrase_html(context, text)); }

std::string phrase_text(const ViewContext& context, const LocalizedText& text) {
  return text.is_absent() ? std::string() : std::string(text.best(context.language));
}

Value field_label(const ViewContext& context, const Field& field) {
  return field.label.is_absent() ? Value(field.name.value) : phrase(context, field.label);
}

Value date_value(const ViewContext& context, const PartialDate& date) {
  Map out;
  out.set("text", context.format.date(date));
  out.set("machine", date.is_span() ? std::string() : date.start().to_string());
  out.set("approximate", date.is_approximate());
  return out;
}

}  // namespace armillary
