#include "markdown/bracket_syntax.h"

#include <catch2/catch.hpp>

#include "markdown/marked_places.h"
#include "markdown/rendering.h"

using namespace armillary;
using namespace armillary::markdown;

namespace {

const std::string kBadId = "' is not a record's id: lower-case letters, digits and single hyphens";
const std::string kBadCite =
    "' is not a citation: [@id], [@id, p. 12] or [@a; @b], ids of lower-case letters, digits and single hyphens";

std::string bad_id(const std::string& written, const std::string& hint = "") {
  return "error: '" + written + kBadId + hint + " [bad-record-link]";
}
std::string bad_cite(const std::string& written, const std::string& hint = "") {
  return "error: '" + written + kBadCite + hint + " [bad-citation]";
}

}  // namespace

TEST_CASE("record ids are lower-case letters and digits with single hyphens between") {
  for (const char* id : {"a", "1", "eu-ai-act", "g7-2023"}) CHECK(is_record_id(id));
  for (const char* id : {"", "-", "-a", "a-", "a--b", "A", "a b", "a_b", "文", "a.b"}) CHECK_FALSE(is_record_id(id));
}

TEST_CASE("record links are found in text") {
  CHECK(inline_html("见[[eu-ai-act]]。") == "见{record eu-ai-act}。");
  CHECK(inline_html("[[a#第-1-条]]") == "{record a#第-1-条}");
  CHECK(inline_html("[[a|the Act]] [[b#c| x ]]") == "{record a|the Act} {record b#c|x}");
  CHECK(inline_html("[[a|x *y* `z` & ~~w~~]]") == "{record a|x <em>y</em> <code>z</code> &amp; <del>w</del>}");
  CHECK(inline_html("[[a|文\n字 and\nmore]]") == "{record a|文字 and more}");
  CHECK(inline_html("**[[a]]** *[[b|c]]*") == "<strong>{record a}</strong> <em>{record b|c}</em>");
  CHECK(inline_html("[[[a]]]") == "[{record a}]");
  CHECK(inline_html("[[a]][[b]]") == "{record a}{record b}");
  CHECK(inline_html("![[a]]") == "!{record a}");
  CHECK(inline_html("[[a\\|b]]") == "{record a|b}");
}

TEST_CASE("citations are found in text") {
  CHECK(inline_html("文[@a]。") == "文{cite a}。");
  CHECK(inline_html("[@a, p. 12] [@a; @b] [@a, ch. 2; @b , 第 3 条 ]") ==
        "{cite a <p. 12>} {cite a; b} {cite a <ch. 2>; b <第 3 条>}");
  CHECK(inline_html("[@a,\np. 12;\n@b]") == "{cite a <p. 12>; b}");
  CHECK(inline_html("[@a, R&amp;D]") == "{cite a <R&D>}");
  CHECK(inline_html("[@a][@b]") == "{cite a}{cite b}");
  CHECK(inline_html("[[@a]]") == "[{cite a}]");
}

TEST_CASE("in code, links, pictures and HTML brackets are what they were") {
  CHECK(inline_html("`[[a]] [@a]`") == "<code>[[a]] [@a]</code>");
  CHECK(html_of("    [[a]] [@a]\n") == "<pre><code>[[a]] [@a]\n</code></pre>\n");
  CHECK(inline_html("[[a]](https://b.org/)") == "<a href=\"https://b.org/\" rel=\"external noopener\">[a]</a>");
  CHECK(inline_html("[x [@a] y](https://b.org/)") ==
        "<a href=\"https://b.org/\" rel=\"external noopener\">x [@a] y</a>");
  CHECK(inline_html("![[[a]] [@b]](c.png)") == "<img src=\"{image c.png}\" alt=\"[[a]] [@b]\" loading=\"lazy\" />");
  CHECK(inline_html("x <b title=\"[[a]]\">y") == "x y");
  CHECK(inline_html("[@a](https://b.org/)") == "<a href=\"https://b.org/\" rel=\"external noopener\">@a</a>");
}

TEST_CASE("escaped brackets are text and say nothing") {
  for (const char* text : {"\\[[a]]", "[\\[a]]", "[[a\\]]", "[[a]\\]", "\\[@a]", "[@a\\]", "[[A\\]]", "[@A\\]"}) {
    INFO(text);
    std::string shown = text;
    shown.erase(shown.find('\\'), 1);
    CHECK(inline_html(text) == shown);
    CHECK(diagnostics_of(text).empty());
  }
}

TEST_CASE("brackets of ordinary Markdown are not misread") {
  CHECK(html_of("[text][x] [[x]: y\n\n[x]: https://a.org/\n") ==
        "<p><a href=\"https://a.org/\" rel=\"external noopener\">text</a> [<a href=\"https://a.org/\" "
        "rel=\"external noopener\">x</a>: y</p>\n");
  CHECK(inline_html("[[0, 1], [2, 3]]") == "[[0, 1], [2, 3]]");
  CHECK(inline_html("[[a] b]") == "[[a] b]");
  CHECK(inline_html("[[a") == "[[a");
  CHECK(inline_html("*[[a*]]") == "<em>[[a</em>]]");
  CHECK(html_of("[[^1]]\n\n[^1]: x\n").find("<p>[<sup") == 0);
  CHECK(diagnostics_of("[[0, 1], [2, 3]] [[a] b] [[a").empty());
}

TEST_CASE("a label never begins with @") {
  CHECK(inline_html("[@a]: 文") == "{cite a}: 文");
  CHECK(inline_html("[@a]: https://b.org/") ==
        "{cite a}: <a href=\"https://b.org/\" rel=\"external noopener\">https://b.org/</a>");
}

TEST_CASE("malformed record links are errors at the id") {
  check_places("[[‹Some Id›]] [[‹EU_AI_Act›]]",
               {bad_id("Some Id", "; did you mean 'some-id'?"), bad_id("EU_AI_Act", "; did you mean 'eu-ai-act'?")});
  check_places("文‹[[]]›文", {bad_id("")});
  check_places("[[‹a--b›]] [[‹-a›]] [[‹文›|x]]",
               {bad_id("a--b", "; did you mean 'a-b'?"), bad_id("-a", "; did you mean 'a'?"), bad_id("文")});
  check_places("[[‹a｜x›]]", {bad_id("a｜x", "; write a half-width '|' before the text")});
  check_places("[[‹a＃x›]]", {bad_id("a＃x", "; write a half-width '#' before the heading's id")});
  check_places("[[‹a *b*›]]", {bad_id("a *b*")});
  CHECK(inline_html("[[Some Id]]") == "[[Some Id]]");
}

TEST_CASE("a record link's anchor and text are checked") {
  const std::string kAnchor = " is not a heading's id: lower-case letters, digits and hyphens [bad-record-anchor]";
  check_places("[[a‹#B›]] [[a‹#›]] [[a‹#b c›|x]]",
               {"error: '#B'" + kAnchor, "error: '#'" + kAnchor, "error: '#b c'" + kAnchor});
  const std::string kEmpty =
      "error: no text after '|'; write it, or leave out the '|' to show the record's title [empty-record-text]";
  check_places("[[a‹|›]] [[a#b‹|› ]]", {kEmpty, kEmpty});
  const std::string kLink =
      "error: the text of [[a|…]] holds a link, a picture or a note; a link holds plain text [link-in-record-text]";
  check_places("[[‹a›|<https://b.org/>]]", {kLink});
  check_places("[[‹a›|![x](b.png)]]", {kLink});
}

TEST_CASE("a bar in a table's cell must be escaped") {
  CHECK(html_of("|x|\n|-|\n|[[a\\|b c]]|\n").find("<td>{record a|b c}</td>") != std::string::npos);
  check_places("|x|y|\n|-|-|\n|[[‹a›|b]]|\n",
               {"error: the '|' of [[a|…]] ends the table's cell; write '\\|' inside a table [record-link-in-table]"});
}

TEST_CASE("a label that hides a record link is an error") {
  check_places("x [[‹a›]]\n\n[a]: https://b.org/\n",
               {"error: [[a]] is read as an ordinary link, for the text defines '[a]:'; rename that label "
                "[shadowed-record-link]"});
  CHECK(diagnostics_of("x [[a](https://b.org/)]").empty());
}

TEST_CASE("malformed citations are errors at what they hold") {
  check_places("[‹@›]", {bad_cite("@")});
  check_places("[‹@Some Id›]", {bad_cite("@Some Id", "; did you mean 'some-id'?")});
  check_places("[‹@a,›] [‹@a; b›] [‹@a;›] [‹@a; @›]",
               {bad_cite("@a,"), bad_cite("@a; b"), bad_cite("@a;"), bad_cite("@a; @")});
  check_places("[‹@a，第 3 条›]", {bad_cite("@a，第 3 条", "; write '@', ',' and ';' in half width")});
  check_places("[‹@a, *b*›]", {bad_cite("@a, *b*")});
  CHECK(inline_html("[@]") == "[@]");
}

TEST_CASE("what is found says where it stands, wherever it stands") {
  const std::vector<std::string> kinds{
      "%",
      "文字%",
      "one\ntwo %",
      "一\\\n二%",
      "[x](y\n\"t\") %",
      "**强调：**文**（注）**%",
      "- a\n- 乙 %\n",
      "- a\n\n  second\n  line %\n",
      "1. > - 甲%",
      "> 文\n> 字 %",
      ">文\n%",
      "> a\nlazy %",
      "|甲|乙|\n|-|-|\n|a|%|\n",
      "|甲|%|\n|-|-|\n",
      "text\n|甲|%|\n|-|-|\n|b|c|\n",
      "| a\\|b | % |\n|-|-|\n",
      "# 标题 %\n",
      "two\nlines %\n===\n",
      "x[^1]\n\n[^1]: 注 %\n",
      "[d]: /u\n%\n",
      "`[[a-record]] [@a-work]` <b title='[[a-record]]'> %",
      "\\[[a-record]] \\[@a-work] %",
      "a\r\nb %\r\n",
  };
  for (const std::string& kind : kinds) {
    std::string text = kind;
    const std::size_t at = kind.find('%');
    text.replace(at, 1, "[[a-record]] [@one; @a-work]");
    INFO(text);
    const Parsed parsed = parse(text);
    std::vector<std::size_t> found;
    for (const Gap& gap : parsed.document.gaps) {
      if (const auto* link = std::get_if<RecordLink>(&gap.filling)) {
        CHECK(parsed.file.slice(link->id.span) == "a-record");
        found.push_back(link->id.span.begin);
      } else if (const auto* citation = std::get_if<Citation>(&gap.filling)) {
        CHECK(parsed.file.slice(citation->works.at(1).id.span) == "a-work");
        found.push_back(citation->works.at(1).id.span.begin);
      }
    }
    CHECK(found == std::vector<std::size_t>{at + 2, at + 21});
  }
}

TEST_CASE("diagnostics point at their place in every kind of block") {
  for (const std::string kind :
       {"- a\n- 乙 %\n", "> 文\n> 字 %\n", ">文\n%\n", "|甲|乙|\n|-|-|\n|a|%|\n", "文字%\n", "one\ntwo %\n",
        "**强调：**文**（注）**%\n", "# 标题 %\n", "x[^1]\n\n[^1]: 注 %\n", "一\\\n二%\n", "text\n|甲|%|\n|-|-|\n"}) {
    std::string text = kind;
    text.replace(kind.find('%'), 1, "[[‹A B›]] [‹@B›] [x](‹ftp:y›) ‹<i>› ![z](‹tel:1›)");
    check_places(text, {bad_id("A B", "; did you mean 'a-b'?"), bad_cite("@B", "; did you mean 'b'?"),
                        "warning: the address 'ftp:y' is left out, for 'ftp' is none of the schemes http, https and "
                        "mailto [link-scheme]",
                        "warning: HTML '<i>' is left out; write it as Markdown, or as code [raw-html]",
                        "warning: the address 'tel:1' is left out, for 'tel' is none of the schemes http, https and "
                        "mailto [link-scheme]"});
  }
}

TEST_CASE("an id is written as it stands, without references to characters or backslashes") {
  CHECK(diagnostics_of("[@tea&#45;law]\n").find("[bad-citation]") != std::string::npos);
  CHECK(html_of("[@tea&#45;law]\n") == "<p>[@tea-law]</p>\n");
  CHECK(html_of("[[tea&#45;law]]\n") == "<p>[[tea-law]]</p>\n");
  CHECK(html_of("[[tea\\-law]]\n") == "<p>[[tea-law]]</p>\n");
}
