#include "view/document_html.h"

#include <catch2/catch.hpp>

#include "view/viewing.h"

using namespace armillary;
namespace md = armillary::markdown;

namespace {

const Viewing& viewing() {
  static const auto kViewing = view_of(
      {{"site.yaml",
        "title: {zh: 茶, en: Teas}\nbase_url: https://tea.example/\nlanguages:\n  zh: {tag: zh-Hans}\n  en: {}\n"
        "views: [{view: timeline, path: time, title: {zh: 时, en: Time}}]\n"},
       {"schema/tea.yaml",
        "kind: tea\nfolder: teas\nlabel: Tea\ncite: true\nfields:\n  title: {type: text, localized: true}\n"},
       {"teas/a.md", "---\ntitle: {zh: 甲, en: A & B}\n---\n## 采\n\n文\n"},
       {"teas/a.en.md", "## Picking\n\nText\n"},
       {"teas/b.yaml", "title: {zh: 乙}\n"},
       {"pages/about.md", "---\ntitle: {zh: 关于, en: About}\n---\n文\n"},
       {"pages/about.en.md", "Text\n"}});
  return *kViewing;
}

constexpr LanguageIndex kChinese = 0;
constexpr LanguageIndex kEnglish = 1;

// A document of `language` on a page of `page`, three folders deep, of a record in `teas`.
std::string html_of(const md::Document& document, LanguageIndex page = kEnglish, LanguageIndex language = kEnglish,
                    const std::string& folder = "teas") {
  ReferenceList references;
  const DrawView draw = [](const ViewFile& view, const std::string& root) {
    return "<view " + view.path.value + " at " + root + ">";
  };
  return document_html(viewing().contexts[page], document, language, {"../../../", folder, references, draw});
}

// Nothing but gaps.
std::string html(std::vector<md::Filling> fillings, LanguageIndex page = kEnglish, LanguageIndex language = kEnglish,
                 const std::string& folder = "teas") {
  md::Document document;
  for (md::Filling& filling : fillings) document.gaps.push_back({0, std::move(filling)});
  return html_of(document, page, language, folder);
}

md::RecordLink link_to(const char* id, const char* anchor = "", const char* label = "") {
  return {{id, {}}, anchor, label};
}
md::Citation cite(std::vector<std::pair<const char*, const char*>> works) {
  md::Citation out;
  for (const auto& [id, locator] : works) out.works.push_back({{id, {}}, locator});
  return out;
}
md::RelativeAddress address(const char* written) { return {{written, {}}, false}; }

}  // namespace

TEST_CASE("finished HTML is passed on as it stands, with what fills its gaps") {
  md::Document document;
  CHECK(html_of(document) == "");
  document.html = "<p>a &amp;  b</p>";
  CHECK(html_of(document) == document.html);
  document.gaps = {{0, address("#x")}, {11, link_to("gone")}, {17, address("#y")}};
  CHECK(html_of(document) == "#x<p>a &amp; gone b</p>#y");
}

TEST_CASE("a link to a record has its title in the page's language, or the words that were written") {
  CHECK(html({link_to("a")}) == "<a href=\"../../../en/teas/a/\">A &amp; B</a>");
  CHECK(html({link_to("a")}, kChinese, kChinese) == "<a href=\"../../../zh/teas/a/\">甲</a>");
  CHECK(html({link_to("a", "", "<em>this</em>")}) == "<a href=\"../../../en/teas/a/\"><em>this</em></a>");
  CHECK(html({link_to("b")}) == "<a href=\"../../../en/teas/b/\"><span lang=\"zh-Hans\" dir=\"ltr\">乙</span></a>");
}

TEST_CASE("an anchor of the target's text is part of the link") {
  CHECK(html({link_to("a", "picking")}) == "<a href=\"../../../en/teas/a/#picking\">A &amp; B</a>");
  CHECK(html({link_to("a", "采")}, kChinese, kChinese) == "<a href=\"../../../zh/teas/a/#采\">甲</a>");
}

TEST_CASE("a link to a page leads to the page, and one to nothing leaves its id") {
  CHECK(html({link_to("about")}) == "<a href=\"../../../en/pages/about/\">About</a>");
  CHECK(html({link_to("<gone>")}) == "&lt;gone&gt;");
}

TEST_CASE("what the page puts into a text of another language is marked with the page's") {
  CHECK(html({link_to("a")}, kEnglish, kChinese) ==
        "<a href=\"../../../en/teas/a/\"><span lang=\"en\" dir=\"ltr\">A &amp; B</span></a>");
  // The title is in the language of the text itself.
  CHECK(html({link_to("b")}, kEnglish, kChinese) == "<a href=\"../../../en/teas/b/\">乙</a>");
  CHECK(html({md::Word::footnotes}, kEnglish, kChinese) == "<span lang=\"en\" dir=\"ltr\">Notes &amp; more</span>");
}

TEST_CASE("words of the interface are escaped, also inside an attribute") {
  CHECK(html({md::Word::footnotes}) == "Notes &amp; more");
  CHECK(html({md::Word::back_to_reference}) == "Back &#34;up&#34;");
}

TEST_CASE("citations are numbered by their first mention, and each mark has an id of its own") {
  CHECK(html({cite({{"b", ""}}), cite({{"a", "p. 1 & 2"}, {"b", ""}})}) ==
        "<span class=\"citation\">[<a href=\"#ref.1\" id=\"cite.1.1\">1</a>]</span>"
        "<span class=\"citation\">[<a href=\"#ref.2\" id=\"cite.2.1\">2</a>, p. 1 &amp; 2, "
        "<a href=\"#ref.1\" id=\"cite.1.2\">1</a>]</span>");
}

TEST_CASE("the list of references counts the marks of each work") {
  ReferenceList references;
  CHECK(references.cite(7) == std::pair<std::size_t, std::size_t>{1, 1});
  CHECK(references.cite(3) == std::pair<std::size_t, std::size_t>{2, 1});
  CHECK(references.cite(7) == std::pair<std::size_t, std::size_t>{1, 2});
  REQUIRE(references.entries().size() == 2);
  CHECK(references.entries()[0].record == 7);
  CHECK(references.entries()[0].citations == 2);
  CHECK(references.entries()[1].citations == 1);
}

TEST_CASE("a relative address leads to the file beside the record, from the root, or stays") {
  CHECK(html({address("leaf.png")}) == "../../../files/teas/leaf.png");
  CHECK(html({address("leaf.png")}, kEnglish, kEnglish, "") == "leaf.png");
  CHECK(html({address("/data/records.csv")}) == "../../../data/records.csv");
  CHECK(html({address("#picking")}) == "#picking");
  CHECK(html({address("../b/")}) == "../b/");
  CHECK(html({address("x?a=1&b=\"2\"")}) == "x?a=1&amp;b=&#34;2&#34;");
  CHECK(html({address("/x&\"y")}) == "../../../x&amp;&#34;y");
}

TEST_CASE("an embedded view is drawn for the page, one that cannot be resolved leaves nothing") {
  md::EmbeddedView block;
  block.name.value = "time";
  CHECK(html({block}) == "<view time at ../../../>");
  CHECK(html({block}, kEnglish, kChinese) == "<div lang=\"en\" dir=\"ltr\"><view time at ../../../></div>\n");
  block.name.value = "nothing";
  CHECK(html({block}) == "");
}
