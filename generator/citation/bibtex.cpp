#include "citation/bibtex.h"

#include "citation/rich_text.h"

namespace armillary::citation {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '#':
      case '$':
      case '%':
      case '&':
      case '_':
        out += '\\';
        out += c;
        break;
      case '{':
        out += "\\textbraceleft{}";  // BibTeX counts the brace of `\{` too
        break;
      case '}':
        out += "\\textbraceright{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '\n':
      case '\r':
      case '\t':
        out += ' ';
        break;
      default:
        out += c;
    }
  }
  return out;
}

// In addresses and DOIs, which are written as they are, braces that do not pair would end the field, and a backslash
// begins a command: they are encoded.
std::string verbatim(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '{') {
      out += "%7B";
    } else if (c == '}') {
      out += "%7D";
    } else if (c == '\\') {
      out += "%5C";
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view entry_type(const Work& work) {
  switch (work.type) {
    case WorkType::article_journal:
    case WorkType::article_magazine:
    case WorkType::article_newspaper:
      return "article";
    case WorkType::book:
      return "book";
    case WorkType::chapter:
    case WorkType::entry_encyclopedia:
      return "incollection";
    case WorkType::paper_conference:
      return "inproceedings";
    case WorkType::report:
    case WorkType::standard:
      return "techreport";
    case WorkType::thesis:
      return "phdthesis";
    case WorkType::manuscript:
      return "unpublished";
    case WorkType::article:
    case WorkType::bill:
    case WorkType::dataset:
    case WorkType::document:
    case WorkType::legal_case:
    case WorkType::legislation:
    case WorkType::map:
    case WorkType::patent:
    case WorkType::post_weblog:
    case WorkType::regulation:
    case WorkType::software:
    case WorkType::speech:
    case WorkType::treaty:
    case WorkType::webpage:
      break;
  }
  return "misc";
}

// The field that names who published it.
std::string_view publisher_field(const Work& work) {
  const std::string_view type = entry_type(work);
  if (type == "techreport") return "institution";
  if (type == "phdthesis") return "school";
  return type == "misc" ? "howpublished" : "publisher";
}

// A literal name in braces is not taken apart.
std::string people(const std::vector<Name>& names) {
  std::vector<std::string> written;
  for (const Name& name : names) {
    if (!name.is_person()) {
      written.push_back("{" + escaped(name.literal) + "}");
    } else {
      written.push_back(join_texts({escaped(name.family), escaped(name.suffix), escaped(name.given)}, ", "));
    }
  }
  return join_texts(written, " and ");
}

// `12-21` as TeX writes a range.
std::string page_range(std::string_view pages) {
  std::string out;
  for (const char c : pages) out += c == '-' ? "--" : std::string(1, c);
  return out;
}

class Entry {
 public:
  Entry(std::string_view type, std::string_view key) : out_("@" + std::string(type) + "{" + std::string(key)) {}

  void add(std::string_view name, const std::string& value) {
    if (!value.empty()) out_ += ",\n  " + std::string(name) + " = {" + value + "}";
  }
  std::string finish() const { return out_ + "\n}\n"; }

 private:
  std::string out_;
};

}  // namespace

std::string bibtex(const Work& work) {
  const std::string_view type = entry_type(work);
  Entry entry(type, work.id);
  entry.add("author", people(work.authors));
  entry.add("editor", people(work.editors));
  entry.add("translator", people(work.translators));
  entry.add("title", "{" + escaped(work.title) + "}");
  entry.add(type == "article" ? "journal" : "booktitle", escaped(work.container));
  entry.add("series", escaped(work.series));
  entry.add("eventtitle", escaped(work.event));
  entry.add("volume", escaped(work.volume));
  entry.add("number", escaped(join_texts({work.number, work.issue, work.series_number}, ", ")));
  entry.add("pages", page_range(escaped(work.pages)));
  entry.add("edition", escaped(work.edition));
  entry.add("version", escaped(work.version));
  entry.add("type", escaped(work.genre));
  entry.add(publisher_field(work), escaped(join_texts(work.publishers, "; ")));
  entry.add("address", escaped(work.place));
  if (work.issued) {
    const DatePoint& start = work.issued->start();
    entry.add("year", std::to_string(start.year));
    if (start.month != 0) entry.add("month", std::to_string(start.month));
    entry.add("date", work.issued->to_string());
  }
  entry.add("isbn", work.isbn);
  entry.add("issn", work.issn);
  entry.add("doi", verbatim(work.doi));
  entry.add("url", verbatim(work.url));
  if (work.accessed) entry.add("urldate", work.accessed->start().to_string());
  entry.add("langid", work.language);
  return entry.finish();
}

}  // namespace armillary::citation
