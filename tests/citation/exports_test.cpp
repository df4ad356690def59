#include <catch2/catch.hpp>

#include "citation/bibtex.h"
#include "citation/csl_json.h"
#include "citation/ris.h"

namespace armillary::citation {
namespace {

Work journal_article() {
  Work work;
  work.id = "some-work";
  work.type = WorkType::article_journal;
  work.language = "en";
  work.title = "50% of {all} & #1_x ~ ^ \\ $";
  work.authors = {read_name("King, Martin Luther, Jr."), read_name("Smith & Sons")};
  work.container = "Review";
  work.volume = "3";
  work.issue = "2";
  work.pages = "12-21";
  work.doi = "10.1000/a_b{c}";
  work.issued = PartialDate(DatePoint{2023, 11, 1});
  return work;
}

}  // namespace

TEST_CASE("BibTeX: what TeX would take for its own is escaped, addresses are not, institutions stand in braces") {
  CHECK(bibtex(journal_article()) ==
        "@article{some-work,\n"
        "  author = {King, Jr., Martin Luther and {Smith \\& Sons}},\n"
        "  title = {{50\\% of \\textbraceleft{}all\\textbraceright{} \\& \\#1\\_x \\textasciitilde{} "
        "\\textasciicircum{} \\textbackslash{} \\$}},\n"
        "  journal = {Review},\n"
        "  volume = {3},\n"
        "  number = {2},\n"
        "  pages = {12--21},\n"
        "  year = {2023},\n"
        "  month = {11},\n"
        "  date = {2023-11-01},\n"
        "  doi = {10.1000/a_b%7Bc%7D},\n"
        "  langid = {en}\n"
        "}\n");
}

TEST_CASE("RIS: a line a value, TY first, ER last, pages taken apart") {
  Work work = journal_article();
  work.title = "Two\nlines";
  CHECK(ris(work) ==
        "TY  - JOUR\r\nID  - some-work\r\nAU  - King, Martin Luther, Jr.\r\nAU  - Smith & Sons\r\nTI  - Two lines\r\n"
        "T2  - Review\r\nPY  - 2023\r\nDA  - 2023/11/01/\r\nVL  - 3\r\nIS  - 2\r\nSP  - 12\r\nEP  - 21\r\n"
        "DO  - 10.1000/a_b{c}\r\nLA  - en\r\nER  - \r\n");
}

TEST_CASE("CSL-JSON: a span and an estimate keep what they are") {
  Work work;
  work.id = "w";
  work.type = WorkType::legal_case;
  work.issued = PartialDate(DatePoint{2014, 0, 0}, DatePoint{2022, 5, 0}, true);
  CHECK(csl_json({&work, 1}) ==
        "[{\"id\":\"w\",\"type\":\"legal_case\",\"issued\":{\"date-parts\":[[2014],[2022,5]],\"circa\":true}}]\n");
}

TEST_CASE("CSL-JSON: several works stand on a line each") {
  std::vector<Work> works(2);
  works[0].id = "a";
  works[1].id = "b";
  CHECK(csl_json(works) == "[{\"id\":\"a\",\"type\":\"document\"},\n{\"id\":\"b\",\"type\":\"document\"}]\n");
}

}  // namespace armillary::citation
