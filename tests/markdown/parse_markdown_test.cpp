#include "markdown/parse_markdown.h"

#include <catch2/catch.hpp>
#include <set>

#include "markdown/markdown_messages.h"
#include "markdown/marked_places.h"
#include "markdown/rendering.h"

using namespace armillary;
using namespace armillary::markdown;

namespace {

std::vector<std::string> ids_of(const Document& document) {
  std::vector<std::string> ids;
  for (const Heading& heading : document.headings) ids.push_back(heading.id);
  return ids;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

}  // namespace

TEST_CASE("a blank text is an empty document") {
  for (const char* text : {"", "\n", "  \n\t\n", "[a]: /u\n"}) {
    const Parsed parsed = parse(text);
    CHECK(parsed.document.is_empty());
    CHECK(parsed.document.plain_text.empty());
  }
}

TEST_CASE("only the span is read, and places count from the file's start") {
  const SourceFile file{"a.md", "---\ntitle: [[X]]\n---\n文 [[A]]\n\n[[B]]"};
  Diagnostics diagnostics;
  const Document document = parse_markdown(file, {21, 32}, {}, diagnostics);
  CHECK(html_of(document) == "<p>文 [[A]]</p>\n");
  CHECK(show(diagnostics) ==
        "4:5-6: error: 'A' is not a record's id: lower-case letters, digits and single hyphens; did you mean 'a'? "
        "[bad-record-link]\n");
}

TEST_CASE("headings get ids and are listed") {
  const Parsed parsed =
      parse("# The *Act* & `code`\n\n文\n\n## 第一章　总则 {#general}\n\nSetext [x](https://a.org/)\n===\n\n### ！\n");
  REQUIRE(parsed.document.headings.size() == 4);
  CHECK(html_of(parsed.document) ==
        "<h1 id=\"the-act-code\">The <em>Act</em> &amp; <code>code</code></h1>\n<p>文</p>\n"
        "<h2 id=\"general\">第一章　总则</h2>\n"
        "<h1 id=\"setext-x\">Setext <a href=\"https://a.org/\" rel=\"external noopener\">x</a></h1>\n"
        "<h3 id=\"section\">！</h3>\n");
  const Heading& first = parsed.document.headings[0];
  CHECK(first.level == 1);
  CHECK(first.html == "The <em>Act</em> &amp; <code>code</code>");
  CHECK(parsed.file.slice(first.span) == "# The *Act* & `code`");
  const Heading& third = parsed.document.headings[2];
  CHECK(third.html == "Setext x");
  CHECK(parsed.file.slice(third.span) == "Setext [x](https://a.org/)");
}

TEST_CASE("a heading's place begins behind quote and list marks") {
  const Parsed parsed = parse("> - ## 甲 {#a}\n>\n>   乙\n>   ---\n");
  REQUIRE(parsed.document.headings.size() == 2);
  CHECK(parsed.file.slice(parsed.document.headings[0].span) == "## 甲 {#a}");
  CHECK(parsed.file.slice(parsed.document.headings[1].span) == "乙");
}

TEST_CASE("a heading's html holds no links, pictures, notes or citations") {
  const Parsed parsed = parse("# a [[b]] [[c|*d*]] [@e] ![f](g.png) [h](/i) j[^1]\n\n[^1]: k\n");
  CHECK(parsed.document.headings.at(0).html == "a b <em>d</em>  f h j");
  CHECK(parsed.document.headings.at(0).id == "a-b-d-h-j");
}

TEST_CASE("ids are unique, and those that are set come first") {
  CHECK(ids_of(parse("# a\n# a\n# a {#a-2}\n# A!\n# 文\n# 文\n").document) ==
        std::vector<std::string>{"a", "a-3", "a-2", "a-4", "文", "文-2"});
  CHECK(ids_of(parse("# x {#b}\n# b\n").document) == std::vector<std::string>{"b", "b-2"});
}

TEST_CASE("an id may be set in every form of heading") {
  CHECK(html_of("# a {#b}\n") == "<h1 id=\"b\">a</h1>\n");
  CHECK(html_of("# a {#b} ##\n") == "<h1 id=\"b\">a</h1>\n");
  CHECK(html_of("a {#b}\n---\n") == "<h2 id=\"b\">a</h2>\n");
  CHECK(html_of("# 标题{#范围-2}\n") == "<h1 id=\"范围-2\">标题</h1>\n");
  CHECK(html_of("# {#b}\n") == "<h1 id=\"b\"></h1>\n");
  CHECK(html_of("# a \\{#b}\n") == "<h1 id=\"a-b\">a {#b}</h1>\n");
  CHECK(html_of("# a `{#b}`\n") == "<h1 id=\"a-b\">a <code>{#b}</code></h1>\n");
  CHECK(html_of("# {#b} a\n") == "<h1 id=\"b-a\">{#b} a</h1>\n");
  CHECK(html_of("a {#b}\n") == "<p>a {#b}</p>\n");
}

TEST_CASE("ids that are malformed, reserved or set twice are errors") {
  check_places("# a {#‹B c›}\n",
               {"error: 'B c' is not a heading's id: lower-case letters, digits and hyphens; did you mean 'b-c'? "
                "[bad-heading-id]"});
  check_places("# 文 {#‹fn-1›}\n",
               {"error: ids that begin with 'fn-' or 'fnref-' belong to footnotes; choose another than 'fn-1' "
                "[reserved-heading-id]"});
  check_places("# a {#b}\n\n> ## 文**（x）**文 {#‹b›}\n",
               {"error: the heading's id 'b' is set twice in this text [duplicate-heading-id]"});
}

TEST_CASE("headings are shifted in the HTML alone") {
  Options options;
  options.heading_shift = 1;
  const Parsed parsed = parse("# a\n\n###### b\n\nx[^1]\n\n[^1]: y\n", options);
  CHECK(parsed.document.headings[0].level == 1);
  CHECK(parsed.document.headings[1].level == 6);
  const std::string html = html_of(parsed.document);
  CHECK(html.find("<h2 id=\"a\">a</h2>\n<h6 id=\"b\">b</h6>\n") == 0);
  CHECK(html.find("<h2>{footnotes}</h2>") != std::string::npos);
}

TEST_CASE("every id gets the prefix, and links within the text follow") {
  Options options;
  options.id_prefix = "note-";
  const Parsed parsed = parse("# a\n\n[x](#a) [y](#fn-1) z[^1]\n\n[^1]: w\n", options);
  CHECK(
      html_of(parsed.document) ==
      "<h1 id=\"note-a\">a</h1>\n"
      "<p><a href=\"{address #note-a}\">x</a> <a href=\"{address #note-fn-1}\">y</a> "
      "z<sup class=\"footnote-ref\"><a href=\"#note-fn-1\" id=\"note-fnref-1\" role=\"doc-noteref\">1</a></sup></p>\n"
      "<section class=\"footnotes\" role=\"doc-endnotes\">\n<h2>{footnotes}</h2>\n<ol>\n<li id=\"note-fn-1\">\n"
      "<p>w <a href=\"#note-fnref-1\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"{back} 1\">↩\uFE0E"
      "</a></p>\n</li>\n</ol>\n</section>\n");
  CHECK(parsed.document.headings[0].id == "note-a");
  CHECK(parsed.diagnostics.all().empty());
}

TEST_CASE("footnotes are numbered, never named, and lead back to each reference") {
  CHECK(
      html_of("a[^注] b[^x] c[^注]\n\n[^x]: > q\n[^注]: 文[^x]\n\n    more\n[^unused]: z\n") ==
      "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup> "
      "b<sup class=\"footnote-ref\"><a href=\"#fn-2\" id=\"fnref-2\" role=\"doc-noteref\">2</a></sup> "
      "c<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\" role=\"doc-noteref\">1</a></sup></p>\n"
      "<section class=\"footnotes\" role=\"doc-endnotes\">\n<h2>{footnotes}</h2>\n<ol>\n"
      "<li id=\"fn-1\">\n<p>文<sup class=\"footnote-ref\"><a href=\"#fn-2\" id=\"fnref-2-2\" role=\"doc-noteref\">2</a>"
      "</sup></p>\n<p>more <a href=\"#fnref-1\" class=\"footnote-backref\" role=\"doc-backlink\" "
      "aria-label=\"{back} 1\">↩\uFE0E</a> <a href=\"#fnref-1-2\" class=\"footnote-backref\" role=\"doc-backlink\" "
      "aria-label=\"{back} 1-2\">↩\uFE0E<sup>2</sup></a></p>\n</li>\n"
      "<li id=\"fn-2\">\n<blockquote>\n<p>q</p>\n</blockquote>\n <a href=\"#fnref-2\" class=\"footnote-backref\" "
      "role=\"doc-backlink\" aria-label=\"{back} 2\">↩\uFE0E</a> <a href=\"#fnref-2-2\" class=\"footnote-backref\" "
      "role=\"doc-backlink\" aria-label=\"{back} 2-2\">↩\uFE0E<sup>2</sup></a>\n</li>\n</ol>\n</section>\n");
}

TEST_CASE("a '^' behind a bracket that begins no footnote's label loses no letter") {
  CHECK(inline_html("[^一\n二三四]") == "[^一二三四]");
  CHECK(inline_html("[^[[\n]g]g]") == "[^[[\n]g]g]");
  CHECK(inline_html("[^a`]`一二\n三四] 五") == "[^a<code>]</code>一二三四] 五");
  CHECK(inline_html("[^a\\]一二\n三四]") == "[^a]一二三四]");
  CHECK(inline_html("[^a<b:]>\n一二]") == "[^a&lt;b:]&gt;\n一二]");
  CHECK(inline_html("![^一\n二三]") == "![^一二三]");
  CHECK(inline_html("[\\^a] [\\^一\n二三]") == "[^a] [^一二三]");
  CHECK(inline_html("[&Hat;a] [&#94;b] ![&#x5e;c]") == "[^a] [^b] ![^c]");
  CHECK(inline_html("[^a b] [^a b]: c") == "[^a b] [^a b]: c");
  CHECK(html_of("[^a b]: c\n") == "<p>[^a b]: c</p>\n");
  CHECK(html_of("[&amp;]\n\n[&amp;]: https://a.org/\n") ==
        "<p><a href=\"https://a.org/\" rel=\"external noopener\">&amp;</a></p>\n");
}

TEST_CASE("a reference inside a link is no link itself") {
  CHECK(html_of("[a[^1]](https://a.org/)\n\n[^1]: b\n")
            .find(">a<sup class=\"footnote-ref\" id=\"fnref-1\">1</sup></a></p>") != std::string::npos);
}

TEST_CASE("links point outwards, by mail, or leave a gap for an address within the site") {
  CHECK(inline_html("[a](http://b.org/?x&y \"t & u\")") ==
        "<a href=\"http://b.org/?x&amp;y\" title=\"t &amp; u\" rel=\"external noopener\">a</a>");
  CHECK(inline_html("[a](mailto:b@c.org)") == "<a href=\"mailto:b@c.org\">a</a>");
  CHECK(inline_html("[a](b/c.pdf \"t\") <https://d.org>") ==
        "<a href=\"{address b/c.pdf}\" title=\"t\">a</a> <a href=\"https://d.org\" rel=\"external noopener\">"
        "https://d.org</a>");
  CHECK(inline_html("[a](<b c.pdf>) [d](文.pdf) [e](&lt;&#102;)") ==
        "<a href=\"{address b c.pdf}\">a</a> <a href=\"{address 文.pdf}\">d</a> <a href=\"{address &lt;f}\">e</a>");
  CHECK(html_of("[a][b]\n\n[b]: c.pdf 't'\n") == "<p><a href=\"{address c.pdf}\" title=\"t\">a</a></p>\n");
  CHECK(inline_html("[top](#) [top](#top)") == "<a href=\"{address #}\">top</a> <a href=\"{address #top}\">top</a>");
}

TEST_CASE("an address says where it stands") {
  const Parsed parsed = parse("> 文**（注）**[a]( b.pdf ) ![c](d.png \"t\") [e][f] [g](<h i.pdf>)\n\n[f]: j.pdf\n");
  std::vector<std::string> slices;
  for (const Gap& gap : parsed.document.gaps) {
    const auto* address = std::get_if<RelativeAddress>(&gap.filling);
    if (address != nullptr) slices.emplace_back(parsed.file.slice(address->address.span));
  }
  CHECK(slices == std::vector<std::string>{"b.pdf", "d.png", "j.pdf", "h i.pdf"});
}

TEST_CASE("other schemes lose their address and keep their text") {
  CHECK(inline_html("[a](javascript:b) <ftp://c.org> ![d](data:image/png,x)") == "a ftp://c.org d");
  CHECK(inline_html("[*a*](&#x6A;avascript:b) [c](java&#9;script:d)") == "<em>a</em> c");
  check_places("文 [a](‹javascript:alert(1)›) <‹ftp://c.org›>",
               {"warning: the address 'javascript:alert(1)' is left out, for 'javascript' is none of the schemes http, "
                "https and mailto [link-scheme]",
                "warning: the address 'ftp://c.org' is left out, for 'ftp' is none of the schemes http, https and "
                "mailto [link-scheme]"});
  check_places("[a](‹&#x6A;avascript:b›)",
               {"warning: the address 'javascript:b' is left out, for 'javascript' is none of the schemes http, https "
                "and mailto [link-scheme]"});
  check_places(
      "![a](‹mailto:b@c.org›)",
      {"warning: the address 'mailto:b@c.org' is left out, for 'mailto' is none of the schemes http, https and "
       "mailto [link-scheme]"});
  check_places("[a](‹//b.org/c›)",
               {"warning: the address '//b.org/c' is left out, for it names a host without a scheme; write 'https:' "
                "before it [link-without-scheme]"});
  check_places("[a](‹›)", {"warning: the link has no address and is left as text; write one between '(' and ')' "
                           "[empty-address]"});
}

TEST_CASE("links to headings are checked in the whole text") {
  CHECK(
      diagnostics_of("[a](#later) [b](#%E6%96%87) [c](#fn-1) [d](#fnref-1-2) e[^1] f[^1]\n\n# later\n# 文\n\n[^1]: g\n")
          .empty());
  check_places("[a](‹#latter›) [b](‹#fn-2›)\n\n# later\n",
               {"error: no heading '#latter' in this text; did you mean 'later'? [unknown-heading]",
                "error: no heading '#fn-2' in this text [unknown-heading]"});
}

TEST_CASE("pictures have a text, and load late") {
  CHECK(inline_html("![文 *字*](a.png \"t\")") ==
        "<img src=\"{image a.png}\" alt=\"文 字\" title=\"t\" loading=\"lazy\" />");
  CHECK(inline_html("![a](https://b.org/c.png)") == "a");
  check_places(
      "![a](‹https://b.org/c.png›)",
      {"warning: the picture 'https://b.org/c.png' is left out, for readers' browsers would fetch it from another "
       "site; put the file beside the record [foreign-picture]"});
  const std::string kNoAlt =
      " has no text for those who cannot see it; write what it shows between '![' and ']' "
      "[image-without-alt]";
  check_places("文 ‹![](a.png›) ‹![ ](b.png›)",
               {"warning: the picture 'a.png'" + kNoAlt, "warning: the picture 'b.png'" + kNoAlt});
}

TEST_CASE("raw HTML is left out with a warning at its place") {
  CHECK(html_of("a <b>c</b> <!-- d -->\n\n<div>\n*x*\n</div>\n\ne\n") == "<p>a c </p>\n<p>e</p>\n");
  const std::string kLeftOut = " is left out; write it as Markdown, or as code [raw-html]";
  const std::string kComment = " is left out, for comments are not passed on; remove it [html-comment]";
  check_places("a ‹<b>›c</b> ‹<!-- d -->›\n\n‹<div>›\n*x*\n</div>\n\n  ‹<!-- e›\n\nf -->\n",
               {"warning: HTML '<b>'" + kLeftOut, "warning: the HTML comment '<!-- d -->'" + kComment,
                "warning: HTML '<div>…'" + kLeftOut, "warning: the HTML comment '<!-- e…'" + kComment});
  check_places("a ‹</b>› `<b>` ‹<i›\nx> c", {"warning: HTML '</b>'" + kLeftOut, "warning: HTML '<i…'" + kLeftOut});
  check_places("&lt;b> \\<b> <3 a<b", {});
}

TEST_CASE("line breaks within Chinese and Japanese join, others stay") {
  CHECK(inline_html("文\n字") == "文字");
  CHECK(inline_html("文，\n字") == "文，字");
  CHECK(inline_html("か\nナ") == "かナ");
  CHECK(inline_html("文\nword") == "文\nword");
  CHECK(inline_html("in\n文") == "in\n文");
  CHECK(inline_html("한국\n어") == "한국\n어");
  CHECK(inline_html("文  \n字") == "文<br />\n字");
  CHECK(inline_html("文\\\n字") == "文<br />\n字");
}

TEST_CASE("a line break looks through markup to the real neighbours") {
  CHECK(inline_html("*文*\n**字**") == "<em>文</em><strong>字</strong>");
  CHECK(inline_html("[文](https://a.org/)\n字") == "<a href=\"https://a.org/\" rel=\"external noopener\">文</a>字");
  CHECK(inline_html("`文`\n字") == "<code>文</code>字");
  CHECK(inline_html("in\n`文`") == "in\n<code>文</code>");
  CHECK(inline_html("文\n`code`") == "文\n<code>code</code>");
  CHECK(inline_html("文~~字\n文~~") == "文<del>字文</del>");
  CHECK(inline_html("文**：**\n字") == "文<strong>：</strong>字");
  CHECK(inline_html("文[@a]\n字") == "文{cite a}字");
  CHECK(inline_html("文[[a]]\n字") == "文{record a}字");
  CHECK(inline_html("word\n[[a]]") == "word\n{record a}");
  CHECK(inline_html("文\n[[a|word]]") == "文\n{record a|word}");
  CHECK(inline_html("文![字](a.png)\n字") == "文<img src=\"{image a.png}\" alt=\"字\" loading=\"lazy\" />\n字");
  CHECK(inline_html("文<b>\n字") == "文字");
  CHECK(html_of("文[^1]\n字\n\n[^1]: x\n").find("</sup>字</p>") != std::string::npos);
}

TEST_CASE("tables are aligned by classes") {
  CHECK(
      html_of("|a|b|c|d|\n|-|:-|:-:|-:|\n|1|2|3|4|\n|5|\n") ==
      "<table>\n<thead>\n<tr>\n<th>a</th>\n<th class=\"align-left\">b</th>\n<th class=\"align-center\">c</th>\n"
      "<th class=\"align-right\">d</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td class=\"align-left\">2</td>\n"
      "<td class=\"align-center\">3</td>\n<td class=\"align-right\">4</td>\n</tr>\n<tr>\n<td>5</td>\n"
      "<td class=\"align-left\"></td>\n<td class=\"align-center\"></td>\n<td class=\"align-right\"></td>\n</tr>\n"
      "</tbody>\n</table>\n");
}

TEST_CASE("task lists stay text") {
  CHECK(html_of("- [ ] a\n- [x] b\n") == "<ul>\n<li>[ ] a</li>\n<li>[x] b</li>\n</ul>\n");
}

TEST_CASE("what a text may not hold it may not hold as a reference either") {
  check_places("文‹&#xE000;›", {"error: '&#xE000;' stands for the character U+E000, which is not allowed; delete it "
                                "[forbidden-reference]"});
  check_places(
      "a ‹&#8238;›b",
      {"error: '&#8238;' stands for the character U+202E (right-to-left override), which is not allowed; delete "
       "it [forbidden-reference]"});
  check_places("‹&#x1;›‹&#0;›‹&#xD800;›",
               {"error: '&#x1;' stands for the character U+0001, which is not allowed; delete it [forbidden-reference]",
                "error: '&#0;' stands for the character U+0000, which is not allowed; delete it [forbidden-reference]",
                "error: '&#xD800;' stands for the character U+D800, which is not allowed; delete it "
                "[forbidden-reference]"});
  check_places("می&#8204;روم &#9; &#x4E2D; &#123456789; \\&#1;", {});  // a joiner where Persian has one
}

TEST_CASE("references that cmark-gfm makes bytes of that are no UTF-8 become the replacement character") {
  CHECK(html_of("a&#xFFFF;b&#65534;c") == "<p>a\uFFFDb\uFFFDc</p>\n");
  CHECK(html_of("```x&#xfffe;\n```\n") == "<pre><code class=\"language-x\uFFFD\"></code></pre>\n");
}

TEST_CASE("plain text holds the words, a block a line") {
  CHECK(
      parse("# 标题 {#x}\n\nA *b* `c`\nd [e](/f)  \ng\n\n- h\n- i ![j](k.png)\n\n> 文\n> 字\n\n|l|m|\n|-|-|\n|n|o|\n\n"
            "```\np\n  q\n```\n\nr[^1] [@s], [[t]] [[u|v w]].\n\n<div>x</div>\n\n[^1]: y\n")
          .document.plain_text ==
      joined({"标题", "A b c d e g", "h", "i ", "文字", "l", "m", "n", "o", "p", "  q", "r , t v w."}) + "y");
}

TEST_CASE("without its plain text a document is the same") {
  const std::string text =
      "# Tea\n\nOf [[puer]], [[sencha|a green one]] [^1] [b](#tea)  \n`c`\n\n```\nd\n```\n\n[^1]: e\n";
  const markdown::Document with = parse(text).document;
  markdown::Options options;
  options.plain_text = false;
  const markdown::Document without = parse(text, options).document;
  REQUIRE(!with.plain_text.empty());
  CHECK(without.plain_text.empty());
  CHECK(without.plain_ids.empty());
  CHECK(without.html == with.html);
  REQUIRE(without.gaps.size() == with.gaps.size());
  for (std::size_t i = 0; i < with.gaps.size(); ++i) {
    CHECK(without.gaps[i].at == with.gaps[i].at);
    CHECK(without.gaps[i].filling.index() == with.gaps[i].filling.index());
  }
  REQUIRE(without.headings.size() == with.headings.size());
  for (std::size_t i = 0; i < with.headings.size(); ++i) {
    CHECK(without.headings[i].id == with.headings[i].id);
    CHECK(without.headings[i].html == with.headings[i].html);
  }
}

TEST_CASE("a document says where its plain text has ids in the place of titles") {
  const markdown::Document document = parse("a [[tea]], [[b|c]]\n\n- *[[green-tea]]*\n").document;
  std::vector<std::string> ids;
  for (const markdown::PlainId& id : document.plain_ids) ids.push_back(document.plain_text.substr(id.begin, id.size));
  CHECK(document.plain_text == "a tea, c\ngreen-tea");
  CHECK(ids == std::vector<std::string>{"tea", "green-tea"});
}

TEST_CASE("a code block's first word is its language") {
  CHECK(html_of("```c++ x\na<b>\"\n```\n") == "<pre><code class=\"language-c++\">a&lt;b&gt;&quot;\n</code></pre>\n");
  CHECK(html_of("~~~\n[[a]]\n") == "<pre><code>[[a]]\n</code></pre>\n");
}

TEST_CASE("after a hundred errors one says that there are more") {
  std::string text;
  for (int i = 0; i < 150; ++i) text += "[[A]]\n\n";
  const Parsed parsed = parse(text);
  REQUIRE(parsed.diagnostics.all().size() == 101);
  CHECK(parsed.diagnostics.all().back().text == "more errors in this text are not shown; mend the 100 above first");
  CHECK(parsed.diagnostics.all().back().code == "more-markdown-errors");
  text.clear();
  for (int i = 0; i < 150; ++i) text += "<b>\n\n";
  CHECK(parse(text + "[[A]]\n").diagnostics.count(Severity::error) == 1);
  const Parsed warned = parse(text);
  REQUIRE(warned.diagnostics.all().size() == 101);
  CHECK(warned.diagnostics.all().back().text == "more warnings in this text are not shown; mend the 100 above first");
  CHECK(warned.diagnostics.all().back().code == "more-markdown-warnings");
}

TEST_CASE("every message has a code of its own and is worded as the others") {
  std::set<std::string_view> codes;
  for (const Message* message : kMarkdownMessages) {
    INFO(message->code);
    CHECK(codes.insert(message->code).second);
    CHECK(message->text.back() != '.');
    CHECK(message->text.front() != ' ');
  }
}

TEST_CASE("a line of digits alone is a text and no item of a list") {
  CHECK(html_of("2023\n") == "<p>2023</p>\n");
  CHECK(html_of("123456789\n") == "<p>123456789</p>\n");
}

TEST_CASE("code in the picture of a heading is told by its words in the list of headings") {
  const Parsed parsed = parse("## 甲 ![a `b`](x.png)\n");
  REQUIRE(parsed.document.headings.size() == 1);
  CHECK(parsed.document.headings.front().html == "甲 a b");
}

TEST_CASE("what is written over two lines for those who do not see a picture is one text") {
  CHECK(inline_html("![中\n文](x.png)") == "<img src=\"{image x.png}\" alt=\"中文\" loading=\"lazy\" />");
  CHECK(inline_html("![a\nb](x.png)") == "<img src=\"{image x.png}\" alt=\"a b\" loading=\"lazy\" />");
  CHECK(inline_html("![a\\\nb](x.png)") == "<img src=\"{image x.png}\" alt=\"a b\" loading=\"lazy\" />");
}

TEST_CASE("without our additions dangerous addresses are left empty as cmark-gfm leaves them") {
  Options plain;
  plain.additions = false;
  for (const char* address : {"javascript:x", "VBScript:x", "file:///x", "data:text/html,x", "data:image/svg+xml,x"}) {
    INFO(address);
    CHECK(html_of("[a](" + std::string(address) + ")", plain) == "<p><a href=\"\">a</a></p>\n");
  }
  for (const char* address : {"data:image/png;x", "data:image/gif;x", "DATA:image/jpeg;x", "data:image/webp;x"}) {
    INFO(address);
    CHECK(html_of("[a](" + std::string(address) + ")", plain) ==
          "<p><a href=\"" + std::string(address) + "\">a</a></p>\n");
  }
  CHECK(html_of("![a <b>c](x.png)", plain) == "<p><img src=\"x.png\" alt=\"a &lt;b&gt;c\" /></p>\n");
}

TEST_CASE("an address within a text finds the place of a footnote, as long as there is one") {
  const std::string text = "a[^x] b[^x]\n\n[^x]: y\n\n";
  CHECK(diagnostics_of(text + "[c](#fn-1) [d](#fnref-1) [e](#fnref-1-2)\n").empty());
  for (const char* fragment : {"fn-2", "fnref-2", "fnref-1-3", "fnref-1-1", "fn-1-2", "fnref-x"}) {
    INFO(fragment);
    CHECK(diagnostics_of(text + "[c](#" + std::string(fragment) + ")\n").find("[unknown-heading]") !=
          std::string::npos);
  }
}
