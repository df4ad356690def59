#include "view/citation_tags.h"

#include <catch2/catch.hpp>

#include "view/viewing.h"

using namespace armillary;

namespace {

std::string tags(const Viewing& viewing, const std::string& id) {
  std::string out;
  const Value made = citation_tags(viewing.contexts[0], viewing.index(id), "https://tea.example/en/books/a/");
  for (const Value& tag : made.array()) out += text_at(tag, "name") + "=" + text_at(tag, "content") + "\n";
  return out;
}

std::unique_ptr<Viewing> library(const std::string& cite, const std::string& book) {
  return view_of({{"site.yaml", "title: Teas\nbase_url: https://tea.example/\nlanguages:\n  en: {}\n"},
                  {"schema/book.yaml",
                   "kind: book\nfolder: books\nlabel: Book\ncite: " + cite +
                       "\nfields:\n  title: {type: text, localized: true}\n  authors: {type: text, many: true}\n"
                       "  date: {type: date}\n  publisher: {type: ref}\n  container: {type: text}\n"
                       "  pages: {type: text}\n  volume: {type: text}\n  url: {type: url}\n  doi: {type: text}\n"},
                  {"books/a.yaml", "title: A\n" + book},
                  {"books/house.yaml", "title: The House\n"}});
}

}  // namespace

TEST_CASE("a work that can be cited is told to catalogues") {
  const auto viewing = library("true",
                               "authors: ['Lu, Yu', Tea House]\ndate: 2020-05\npublisher: house\ncontainer: Leaves\n"
                               "pages: 12–34\nvolume: 3\nurl: https://x.example/a.pdf\ndoi: 10.1000/1\n");
  CHECK(tags(*viewing, "a") ==
        "citation_title=A\ncitation_author=Lu, Yu\ncitation_author=Tea House\ncitation_publication_date=2020/05\n"
        "citation_journal_title=Leaves\ncitation_volume=3\ncitation_firstpage=12\ncitation_lastpage=34\ncitation_"
        "publisher=The House\n"
        "citation_doi=10.1000/1\ncitation_language=en\ncitation_pdf_url=https://x.example/a.pdf\n"
        "citation_abstract_html_url=https://tea.example/en/books/a/\n");
}

TEST_CASE("one page is the first page, and an address that is no PDF is not called one") {
  const auto viewing = library("true", "pages: 7\nurl: https://x.example/a\n");
  CHECK(tags(*viewing, "a") ==
        "citation_title=A\ncitation_firstpage=7\ncitation_language=en\ncitation_abstract_html_url=https://tea.example/"
        "en/books/a/\n");
}

TEST_CASE("what cannot be cited has no such tags") {
  const auto viewing = library("false", "date: 2020\n");
  CHECK(tags(*viewing, "a").empty());
}
