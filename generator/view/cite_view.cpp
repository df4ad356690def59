#include "view/cite_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "citation/export_format.h"
#include "view/data_url.h"
#include "view/reference_text.h"

namespace armillary {
namespace {

// What a box offers beside the page's own style.
std::vector<CitationStyle> other_styles(CitationStyle style) {
  using Style = CitationStyle;
  std::vector<Style> out{Style::gb_7714_2025, Style::gb_7714_2015, Style::apa_7};
  out.erase(std::remove(out.begin(), out.end(), style), out.end());
  return out;
}

// The name of a file is one that the reader's disk may keep beside others: gdpr-cite.bib.
Array files_of(const ViewContext& context, const citation::Work& work, std::string_view file) {
  Array out;
  if (!context.site.file().has(Output::data)) return out;
  for (const citation::ExportFormat& format : citation::export_formats()) {
    Map made;
    made.set("name", format.name);
    made.set("file", fmt::format("{}-{}.{}", work.id, file, format.ending));
    made.set("address", data_url(format.media_type, format.write({&work, 1})));
    out.emplace_back(std::move(made));
  }
  return out;
}

Value part_view(const ViewContext& context, const CitedWork& cited, std::string_view label, std::string_view file) {
  const CitationStyle style = page_style(context);
  Array others;
  for (const CitationStyle other : other_styles(style)) {
    Map made;
    made.set("style", title_of(other));
    made.set("html", Value::html(reference_html(context, cited, other)));
    others.emplace_back(std::move(made));
  }
  Map out;
  out.set("label", context.words.plain(label));
  out.set("style", title_of(style));
  out.set("html", Value::html(reference_html(context, cited, style)));
  out.set("others", std::move(others));
  out.set("files", files_of(context, cited.work, file));
  return out;
}

}  // namespace

Value cite_view(const ViewContext& context, RecordIndex index, const std::string& base_url) {
  const Record& record = context.record(index);
  Array out;
  if (record.kind->citation) {
    out.push_back(part_view(context, cited_work(context, index), "cite_work", "work"));
  }
  out.push_back(part_view(context, cited_entry(context, index, base_url), "cite_entry", "cite"));
  return out;
}

Value cite_data_view(const ViewContext& context, const std::string& version, const std::string& base_url) {
  Array out;
  out.push_back(part_view(context, cited_data(context, version, base_url), "cite_data", "cite"));
  return out;
}

}  // namespace armillary
