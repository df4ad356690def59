#include "view/reference_text.h"

#include "base/html_escape.h"

namespace armillary {
namespace {

// Of more values than this the first three are named, and that there are others.
constexpr std::size_t kMostNamed = 3;

// The values of a field as text, parted by semicolons; a reference stands for the title of its record.
std::string text_of(const ViewContext& context, const Record& record, std::string_view field) {
  const FieldValue* value = record.find(field);
  std::string out;
  if (value == nullptr) return out;
  std::size_t named = 0;
  for (const Item& item : value->items) {
    if (named++ == kMostNamed) return out + " " + std::string(context.words.plain("et_al"));
    std::string text;
    if (const auto* plain = std::get_if<PlainText>(&item.datum)) text = plain->text;
    if (const auto* localized = std::get_if<LocalizedText>(&item.datum)) text = phrase_text(context, *localized);
    if (const auto* date = std::get_if<PartialDate>(&item.datum)) text = context.format.date(*date);
    if (const auto* reference = std::get_if<Reference>(&item.datum)) {
      if (const auto target = context.site.corpus->find(reference->id)) {
        text = phrase_text(context, context.record(*target).title());
      }
    }
    if (!text.empty()) out += (out.empty() ? "" : "; ") + text;
  }
  return out;
}

void append_part(std::string& out, const std::string& text) {
  if (text.empty()) return;
  out += escape_html(text);
  out += ". ";
}

}  // namespace

std::string reference_text(const ViewContext& context, RecordIndex index) {
  const Record& record = context.record(index);
  std::string out;
  append_part(out, text_of(context, record, "authors"));
  append_part(out, text_of(context, record, "date"));
  out += "<cite>" + phrase_html(context, record.title()) + "</cite>. ";
  append_part(out, text_of(context, record, "container"));
  append_part(out, text_of(context, record, "publisher"));
  const std::string doi = text_of(context, record, "doi");
  const std::string url = doi.empty() ? text_of(context, record, "url") : "https://doi.org/" + doi;
  if (!url.empty()) {
    const std::string address = escape_html(url);
    out += "<a href=\"" + address + "\" rel=\"external noopener\">" + address + "</a>";
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace armillary
