#include "view/reference_text.h"

#include "base/html_escape.h"
#include "citation/apa.h"
#include "citation/gb_7714.h"

namespace armillary {
namespace {

citation::ApaWords apa_words(const ViewContext& context) {
  const auto word = [&](std::string_view key) { return std::string(context.words.plain(key)); };
  citation::ApaWords out;
  out.no_date = word("cite_no_date");
  out.about = word("cite_about");
  out.editor = word("cite_editor");
  out.editors = word("cite_editors");
  out.translator = word("cite_translator");
  out.edition = word("cite_edition");
  out.volume = word("cite_volume");
  out.page = word("cite_page");
  out.pages = word("cite_pages");
  out.number = word("cite_number");
  out.article = word("cite_article");
  out.version = word("cite_version");
  out.in = word("cite_in");
  out.retrieved = word("cite_retrieved");
  out.dataset = word("cite_dataset");
  out.software = word("cite_software");
  out.map = word("cite_map");
  const LocaleFormat& format = context.format_of_references();
  out.ordinal = [&format](int number) { return format.ordinal(number); };
  out.year = [&format](int year) { return format.year(year); };
  out.days = [&format](const DatePoint& from, const DatePoint& to) { return format.days_of_year(from, to); };
  out.date = [&format](const PartialDate& date) { return format.date(date); };
  return out;
}

citation::RichText write(const ViewContext& context, const citation::Work& work, CitationStyle style) {
  switch (style) {
    case CitationStyle::gb_7714_2025:
      return citation::gb_7714(work, citation::GbEdition::of_2025);
    case CitationStyle::gb_7714_2015:
      return citation::gb_7714(work, citation::GbEdition::of_2015);
    case CitationStyle::apa_7:
      return citation::apa(work, apa_words(context));
  }
  return {};
}

// A title in another language than the page's stands inside <span lang dir>, also where the site does not have that
// language.
std::string title_html(const ViewContext& context, const std::string& tag, const std::string& title) {
  if (tag == context.lang().tag) return plain_html(context, title);
  const Languages& languages = context.site.file().languages;
  for (LanguageIndex i = 0; i < languages.size(); ++i) {
    if (languages[i].tag == tag) return in_language(context, i, title);
  }
  return "<span lang=\"" + escape_html(tag) + R"(" dir="auto">)" + escape_html(title) + "</span>";
}

std::string run_html(const ViewContext& context, const CitedWork& cited, const citation::Run& run) {
  switch (run.kind) {
    case citation::RunKind::address:
      return "<a href=\"" + escape_html(run.target) + R"(" rel="external noopener">)" + escape_html(run.text) + "</a>";
    case citation::RunKind::access_date:
    case citation::RunKind::access_day: {
      const std::string_view form = run.kind == citation::RunKind::access_date ? "iso" : "words";
      return R"(<span class="access-date" data-form=")" + std::string(form) + "\">" + escape_html(run.text) + "</span>";
    }
    case citation::RunKind::title:
      return title_html(context, cited.title_tag, run.text);
    case citation::RunKind::plain:
      return plain_html(context, run.text);
  }
  return {};
}

}  // namespace

std::string_view title_of(CitationStyle style) {
  switch (style) {
    case CitationStyle::gb_7714_2025:
      return "GB/T 7714—2025";
    case CitationStyle::gb_7714_2015:
      return "GB/T 7714—2015";
    case CitationStyle::apa_7:
      return "APA 7";
  }
  return {};
}

CitationStyle page_style(const ViewContext& context) {
  const std::string& tag = context.lang().tag;
  return tag == "zh" || tag.starts_with("zh-") ? CitationStyle::gb_7714_2025 : CitationStyle::apa_7;
}

std::string reference_html(const ViewContext& context, const CitedWork& cited, CitationStyle style) {
  std::string out;
  const citation::RichText text = write(context, cited.work, style);
  for (const citation::Run& run : text.runs()) {
    const std::string html = run_html(context, cited, run);
    out += run.italic ? "<i>" + html + "</i>" : html;
  }
  return out;
}

std::string reference_text(const ViewContext& context, RecordIndex index) {
  return reference_html(context, cited_work(context, index), page_style(context));
}

}  // namespace armillary
