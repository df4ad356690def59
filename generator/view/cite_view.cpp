#include "view/cite_view.h"

#include <array>

#include "citation/bibtex.h"
#include "citation/csl_json.h"
#include "citation/ris.h"
#include "view/addresses.h"
#include "view/reference_text.h"

namespace armillary {
namespace {

struct FileFormat {
  std::string_view name;
  std::string_view ending;
  std::string (*write)(const citation::Work& work);
};

constexpr std::array<FileFormat, 3> kFormats = {{
    {"BibTeX", "bib", citation::bibtex},
    {"RIS", "ris", citation::ris},
    {"CSL-JSON", "json", citation::csl_json},
}};

// What a box offers beside the page's own style.
std::vector<CitationStyle> other_styles(CitationStyle style) {
  using Style = CitationStyle;
  return {style == Style::gb_7714_2025 ? Style::gb_7714_2015 : Style::gb_7714_2025};
}

Value part_view(const ViewContext& context, const CitedWork& cited, std::string_view label, const Record& record,
                std::string_view file) {
  const CitationStyle style = page_style(context);
  Array others;
  for (const CitationStyle other : other_styles(style)) {
    Map made;
    made.set("style", title_of(other));
    made.set("html", Value::html(reference_html(context, cited, other)));
    others.emplace_back(std::move(made));
  }
  Array files;
  for (const FileFormat& format : kFormats) {
    if (!context.site.file().has(Output::data)) break;
    Map made;
    made.set("name", format.name);
    made.set("address", citation_address(context.lang(), record, file, format.ending));
    files.emplace_back(std::move(made));
  }
  Map out;
  out.set("label", context.words.plain(label));
  out.set("style", title_of(style));
  out.set("html", Value::html(reference_html(context, cited, style)));
  out.set("others", std::move(others));
  out.set("files", std::move(files));
  return out;
}

}  // namespace

Value cite_view(const ViewContext& context, RecordIndex index, const std::string& base_url) {
  const Record& record = context.record(index);
  Array out;
  if (record.kind->citation) {
    out.push_back(part_view(context, cited_work(context, index), "cite_work", record, "work"));
  }
  out.push_back(part_view(context, cited_entry(context, index, base_url), "cite_entry", record, "cite"));
  return out;
}

std::vector<CitationFile> citation_files(const ViewContext& context, RecordIndex index, const std::string& base_url) {
  const Record& record = context.record(index);
  std::vector<CitationFile> out;
  const auto add = [&](const citation::Work& work, std::string_view file) {
    for (const FileFormat& format : kFormats) {
      out.push_back({citation_address(context.lang(), record, file, format.ending), format.write(work)});
    }
  };
  add(cited_entry(context, index, base_url).work, "cite");
  if (record.kind->citation) add(cited_work(context, index).work, "work");
  return out;
}

}  // namespace armillary
