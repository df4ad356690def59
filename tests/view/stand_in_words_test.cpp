#include "view/stand_in_words.h"

#include <array>
#include <catch2/catch.hpp>
#include <random>

using namespace armillary;

namespace {

const std::string kBegin = "\uE000";
const std::string kEnd = "\uE001";

std::string mark(const std::string& text) { return kBegin + text + kEnd; }

std::string with_mark(const std::string& pattern) {
  Words words;
  words.forms["word"]["other"] = pattern;
  words.stand_ins.insert("word");
  return std::string(with_marks(words).plain("word"));
}

std::string en(const std::string& text) { return "<span lang=\"en\" dir=\"ltr\">" + text + "</span>"; }

}  // namespace

TEST_CASE("a word that stands in is marked, the places in it that are filled are not") {
  CHECK(with_mark("Home") == mark("Home"));
  CHECK(with_mark("{n} records") == "{n} " + mark("records"));
  CHECK(with_mark("from {a} to {b}, about") == mark("from") + " {a} " + mark("to") + " {b}, " + mark("about"));
  CHECK(with_mark("{start} – {end}") == "{start} – {end}");
  CHECK(with_mark("({n} “élan”, 3)") == "({n} “" + mark("élan”, 3)"));
  CHECK(with_mark("") == "");
  CHECK(with_mark("open {n") == mark("open") + " {n");
}

TEST_CASE("words of the language itself are left alone") {
  Words words;
  words.forms["home"]["other"] = "首页";
  words.forms["menu"]["one"] = "Menu";
  words.forms["menu"]["other"] = "Menus";
  words.stand_ins.insert("menu");
  const Words marked = with_marks(words);
  CHECK(marked.plain("home") == "首页");
  CHECK(marked.forms.at("menu").at("one") == mark("Menu"));
  CHECK(marked.forms.at("menu").at("other") == mark("Menus"));
}

TEST_CASE("in text a marked word gets an element with its language") {
  CHECK(resolve_marks("<p>" + mark("Home") + "</p>") == "<p>" + en("Home") + "</p>");
  CHECK(resolve_marks("<p>3 " + mark("records") + ", " + mark("sorted") + "</p>") ==
        "<p>3 " + en("records") + ", " + en("sorted") + "</p>");
  CHECK(resolve_marks(mark("a &lt; b")) == en("a &lt; b"));
  CHECK(resolve_marks("<p>首页</p>") == "<p>首页</p>");
  CHECK(resolve_marks("") == "");
}

TEST_CASE("in the text of a drawing that element is one of the drawing") {
  CHECK(resolve_marks("<svg><title>" + mark("Chart") + "</title><text x=\"1\">" + mark("today") + "</text></svg>" +
                      mark("below")) ==
        "<svg><title>Chart</title><text x=\"1\"><tspan lang=\"en\">today</tspan></text></svg>" + en("below"));
}

TEST_CASE("where only text may stand the marks are taken out") {
  CHECK(resolve_marks("<a title=\"" + mark("Home") + "\">x</a>") == "<a title=\"Home\">x</a>");
  CHECK(resolve_marks("<a title='a > b' rel=" + mark("x") + ">x</a>") == "<a title='a > b' rel=x>x</a>");
  CHECK(resolve_marks("<title>" + mark("Home") + " · S</title>") == "<title>Home · S</title>");
  CHECK(resolve_marks("<option>" + mark("kind") + "</option>" + mark("b")) == "<option>kind</option>" + en("b"));
  CHECK(resolve_marks("<script type=\"application/json\">{\"a\": \"<b>" + mark("kind") + "\"}</script>") ==
        "<script type=\"application/json\">{\"a\": \"<b>kind\"}</script>");
  CHECK(resolve_marks("<textarea>" + mark("kind") + "</textarea>") == "<textarea>kind</textarea>");
}

TEST_CASE("comments and tags written otherwise are what they are") {
  CHECK(resolve_marks("<!-- don't edit --><p>" + mark("Home") + "</p>") ==
        "<!-- don't edit --><p>" + en("Home") + "</p>");
  CHECK(resolve_marks("<!-- a > b " + mark("x") + " -->" + mark("c")) == "<!-- a > b x -->" + en("c"));
  CHECK(resolve_marks("<!-- open " + mark("x")) == "<!-- open x");
  CHECK(resolve_marks("<TITLE>" + mark("Home") + "</TITLE>" + mark("a")) == "<TITLE>Home</TITLE>" + en("a"));
  CHECK(resolve_marks("<option\tvalue=\"1\">" + mark("a") + "<option>" + mark("b") + "</select>" + mark("c")) ==
        "<option\tvalue=\"1\">a<option>b</select>" + en("c"));
  CHECK(resolve_marks("<text/>" + mark("a")) == "<text/>" + en("a"));
  CHECK(resolve_marks("<text") == "<text");
}

TEST_CASE("a mark that has lost the other leaves no trace") {
  CHECK(resolve_marks("<p>" + kBegin + "Home</p>") == "<p>Home</p>");
  CHECK(resolve_marks("<p>Home" + kEnd + "</p>") == "<p>Home</p>");
  CHECK(resolve_marks("<p>" + kBegin + "a<b>b</b>" + kEnd + "</p>") == "<p>a<b>b</b></p>");
  CHECK(resolve_marks("<p>" + kEnd + kBegin + "a… mer " + mark("b") + "</p>") == "<p>a… mer " + en("b") + "</p>");
  CHECK(resolve_marks("<p " + kBegin) == "<p ");
  CHECK(resolve_marks("<a href=\"mailto:?subject=%EE%80%80Home%EE%80%81%20x\">") ==
        "<a href=\"mailto:?subject=Home%20x\">");
  CHECK(resolve_marks("<p data-words='{&#34;a&#34;: &#34;\\ue000Home\\ue001 \\u00e9&#34;}'>") ==
        "<p data-words='{&#34;a&#34;: &#34;Home \\u00e9&#34;}'>");
}

TEST_CASE("whatever the page, no mark is left, and without marks nothing changes") {
  const std::array<std::string, 16> kPieces = {"<",        "</",     ">",       "/>",       "<p>",       "<title>",
                                               "</title>", "<text>", "</text>", "<script>", "</script>", "<!--",
                                               "-->",      "\"",     "'",       "字"};
  const std::array<std::string, 5> kMarks = {kBegin, kEnd, "%EE%80%80", "\\ue001", mark("Home")};
  std::mt19937 random(1);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same pages every time
  for (int page = 0; page < 20'000; ++page) {
    std::string html;
    std::string bare;
    for (std::size_t left = random() % 12; left > 0; --left) {
      const std::string& piece = kPieces[random() % kPieces.size()];
      bare += piece;
      html += piece;
      if (random() % 2 == 0) html += kMarks[random() % kMarks.size()];
    }
    const std::string resolved = resolve_marks(html);
    INFO(html);
    for (const char* trace : {"\xEE\x80", "%EE%80", "\\ue00"}) REQUIRE(resolved.find(trace) == std::string::npos);
    REQUIRE(resolve_marks(bare) == bare);
  }
}
