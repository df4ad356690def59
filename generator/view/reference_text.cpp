#include "view/reference_text.h"

#include "base/html_escape.h"

namespace armillary {
namespace {

// Of more values than this the first three are named, and that there are others.
constexpr std::size_t kMostNamed = 3;

std::string value_html(const ViewContext& context, const Item& item) {
  if (const auto* plain = std::get_if<PlainText>(&item.datum)) return plain_html(context, plain->text);
  if (const auto* localized = std::get_if<LocalizedText>(&item.datum)) return phrase_html(context, *localized);
  if (const auto* date = std::get_if<PartialDate>(&item.datum)) return escape_html(context.format.date(*date));
  const auto* reference = std::get_if<Reference>(&item.datum);
  const auto target = reference != nullptr ? context.site.corpus->find(reference->id) : std::nullopt;
  return target ? phrase_html(context, context.record(*target).title()) : std::string();
}

// The values of a field, parted by semicolons; a reference stands for the title of its record.
std::string values_html(const ViewContext& context, const Record& record, std::string_view field) {
  const FieldValue* value = record.find(field);
  std::string out;
  if (value == nullptr) return out;
  std::size_t named = 0;
  for (const Item& item : value->items) {
    if (named++ == kMostNamed) return out + " " + escape_html(context.words.plain("et_al"));
    const std::string html = value_html(context, item);
    if (!html.empty()) out += (out.empty() ? "" : "; ") + html;
  }
  return out;
}

std::string address_of(const Record& record, std::string_view field) {
  const FieldValue* value = record.find(field);
  const auto* text =
      value == nullptr || value->items.empty() ? nullptr : std::get_if<PlainText>(&value->items.front().datum);
  return text == nullptr ? std::string() : text->text;
}

void append_part(std::string& out, const std::string& html) {
  if (html.empty()) return;
  out += html;
  out += html.back() == '.' ? " " : ". ";
}

}  // namespace

std::string reference_text(const ViewContext& context, RecordIndex index) {
  const Record& record = context.record(index);
  std::string out;
  append_part(out, values_html(context, record, "authors"));
  append_part(out, values_html(context, record, "date"));
  append_part(out, "<cite>" + phrase_html(context, record.title()) + "</cite>");
  append_part(out, values_html(context, record, "container"));
  append_part(out, values_html(context, record, "publisher"));
  const std::string doi = address_of(record, "doi");
  const std::string url = doi.empty() ? address_of(record, "url") : "https://doi.org/" + doi;
  if (!url.empty()) {
    const std::string address = escape_html(url);
    out += "<a href=\"" + address + "\" rel=\"external noopener\">" + address + "</a>";
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace armillary
