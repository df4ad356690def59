#include "view/citation_tags.h"

#include <algorithm>

#include "view/cited_work.h"

namespace armillary {
namespace {

std::string slashed(const PartialDate& date) {
  std::string out = date.start().to_string();
  std::replace(out.begin(), out.end(), '-', '/');
  return out;
}

// A person as `Family, Given`, which all catalogues take apart rightly.
std::string author_text(const citation::Name& name) {
  if (!name.is_person()) return name.literal;
  std::string out = name.family;
  if (!name.given.empty()) out += ", " + name.given;
  return name.suffix.empty() ? out : out + ", " + name.suffix;
}

class TagWriter {
 public:
  void add(std::string_view name, const std::string& content) {
    if (content.empty()) return;
    Map tag;
    tag.set("name", name).set("content", content);
    tags_.emplace_back(std::move(tag));
  }
  Array take() { return std::move(tags_); }

 private:
  Array tags_;
};

// "12-34" or "12": the first and the last page.
void add_pages(TagWriter& out, const std::string& pages) {
  const std::size_t first_end = std::min(pages.find_first_not_of("0123456789"), pages.size());
  if (first_end == 0) return;
  out.add("citation_firstpage", pages.substr(0, first_end));
  const std::size_t last = pages.find_first_of("0123456789", first_end);
  if (last != std::string::npos) out.add("citation_lastpage", pages.substr(last));
}

void add_container(TagWriter& out, const citation::Work& work) {
  const bool is_paper = work.type == citation::WorkType::paper_conference;
  const std::string_view otherwise = is_paper ? "citation_conference_title" : "citation_inbook_title";
  out.add(work.is_in_periodical() ? "citation_journal_title" : otherwise, work.container);
}

}  // namespace

Value citation_tags(const ViewContext& context, RecordIndex index, const std::string& page_url) {
  TagWriter out;
  if (!context.record(index).kind->citation) return out.take();
  const citation::Work work = cited_work(context, index).work;
  out.add("citation_title", work.title);
  for (const citation::Name& author : work.authors) out.add("citation_author", author_text(author));
  if (work.issued) out.add("citation_publication_date", slashed(*work.issued));
  add_container(out, work);
  out.add("citation_volume", work.volume);
  out.add("citation_issue", work.issue);
  add_pages(out, work.pages);
  for (const std::string& publisher : work.publishers) out.add("citation_publisher", publisher);
  out.add("citation_doi", work.doi);
  out.add("citation_isbn", work.isbn);
  out.add("citation_issn", work.issn);
  if (work.type == citation::WorkType::report) out.add("citation_technical_report_number", work.number);
  out.add("citation_language", work.language);
  if (work.url.ends_with(".pdf")) out.add("citation_pdf_url", work.url);
  out.add("citation_abstract_html_url", page_url);
  return out.take();
}

}  // namespace armillary
