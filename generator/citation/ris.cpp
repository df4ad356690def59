#include "citation/ris.h"

#include <fmt/format.h>

#include "citation/rich_text.h"

namespace armillary::citation {
namespace {

std::string_view type_letters(WorkType type) {
  switch (type) {
    case WorkType::article:
      return "UNPB";
    case WorkType::article_journal:
      return "JOUR";
    case WorkType::article_magazine:
      return "MGZN";
    case WorkType::article_newspaper:
      return "NEWS";
    case WorkType::bill:
      return "BILL";
    case WorkType::book:
      return "BOOK";
    case WorkType::chapter:
      return "CHAP";
    case WorkType::dataset:
      return "DATA";
    case WorkType::entry_encyclopedia:
      return "ENCYC";
    case WorkType::legal_case:
      return "CASE";
    case WorkType::legislation:
      return "STAT";
    case WorkType::manuscript:
      return "MANSCPT";
    case WorkType::map:
      return "MAP";
    case WorkType::paper_conference:
      return "CPAPER";
    case WorkType::patent:
      return "PAT";
    case WorkType::post_weblog:
      return "BLOG";
    case WorkType::regulation:
      return "LEGAL";
    case WorkType::report:
      return "RPRT";
    case WorkType::software:
      return "COMP";
    case WorkType::speech:
      return "SOUND";
    case WorkType::standard:
      return "STAND";
    case WorkType::thesis:
      return "THES";
    case WorkType::webpage:
      return "ELEC";
    case WorkType::document:
    case WorkType::treaty:
      break;
  }
  return "GEN";
}

class Lines {
 public:
  void add(std::string_view tag, std::string_view value) {
    if (value.empty()) return;
    out_ += tag;
    out_ += "  - ";
    // A value is one line.
    for (const char c : value) out_ += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    out_ += "\r\n";
  }
  void add_people(std::string_view tag, const std::vector<Name>& names) {
    for (const Name& name : names) {
      add(tag, name.is_person() ? join_texts({name.family, name.given, name.suffix}, ", ") : name.literal);
    }
  }
  std::string finish() { return out_ + "ER  - \r\n"; }

 private:
  std::string out_;
};

// 2023/11/01/, with empty parts where the day or month is not known.
std::string date_line(const DatePoint& point) {
  const auto part = [](int number) { return number == 0 ? std::string() : fmt::format("{:02}", number); };
  return fmt::format("{:04}/{}/{}/", point.year, part(point.month), part(point.day));
}

}  // namespace

std::string ris(const Work& work) {
  Lines lines;
  lines.add("TY", type_letters(work.type));
  lines.add("ID", work.id);
  lines.add_people("AU", work.authors);
  lines.add_people("ED", work.editors);
  lines.add_people("A4", work.translators);
  lines.add("TI", work.title);
  lines.add("TT", work.title_translated);
  lines.add("T2", work.container.empty() ? work.event : work.container);
  lines.add("T3", work.series);
  if (work.issued) {
    lines.add("PY", fmt::format("{:04}", work.issued->start().year));
    lines.add("DA", date_line(work.issued->start()));
  }
  lines.add("VL", work.volume);
  lines.add(work.issue.empty() ? "M1" : "IS", work.issue.empty() ? work.number : work.issue);
  const std::size_t hyphen = work.pages.find('-');
  lines.add("SP", std::string_view(work.pages).substr(0, hyphen));
  if (hyphen != std::string::npos) lines.add("EP", std::string_view(work.pages).substr(hyphen + 1));
  lines.add("ET", work.edition.empty() ? work.version : work.edition);
  lines.add("M3", work.genre);
  lines.add("PB", join_texts(work.publishers, "; "));
  lines.add("CY", work.place);
  lines.add("SN", work.isbn.empty() ? work.issn : work.isbn);
  lines.add("DO", work.doi);
  lines.add("UR", work.url);
  if (work.accessed) lines.add("Y2", date_line(work.accessed->start()));
  lines.add("LA", work.language);
  return lines.finish();
}

}  // namespace armillary::citation
