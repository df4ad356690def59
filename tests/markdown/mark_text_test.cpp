#include "markdown/mark_text.h"

#include <catch2/catch.hpp>

#include "markdown/random_text.h"

using namespace armillary;
using namespace armillary::markdown;

namespace {

// The marked text with E for an emphasis mark, F and B for those before and behind a '_', <, > and = for strikes that
// open, close or do both, and the tokens as {r}, {c}, {h}, {a}.
std::string shown(std::string_view source) {
  const MarkedText marked = mark_text(source);
  std::string out;
  for (std::size_t i = 0; i < marked.text.size();) {
    const auto mark = mark_at(marked.text, i);
    if (!mark) {
      out += marked.text[i++];
      continue;
    }
    i += mark->length;
    if (mark->is_numbered()) {
      out += std::string("{") + "rcha"[static_cast<int>(marked.tokens.at(mark->number()).kind)] + "}";
    } else {
      out += "E<>=FB"[mark->code_point - kEmphasisMark];
    }
  }
  return out;
}

const std::vector<std::string_view> kCjkAlphabet{
    "文", "字", "。",       "，",           "（",    "）", "*",  "*",   "**", "***", "~~",
    "~",  "_",  " ",        "\n",           "\n\n",  "a",  "b",  "(",   ")",  "\"",  "`",
    "[",  "]",  "](",       "[[",           "]]",    "[@", "|",  "\n|", ">",  "\n>", "- ",
    "\\", "!",  "[文]: /u", "글",           "か",    "「", "」", "😀",   "{#", "}\n", "&#65;",
    "“",  "”",  "\r\n",     "葛\U000E0100", "\uFE0F"};

}  // namespace

TEST_CASE("punctuation is hidden from the run beside it") {
  CHECK(shown("**强调：**文") == "**强调：E**文");
  CHECK(shown("文**（注）**") == "文**E（注）**");
  CHECK(shown("文**`x`**文") == "文**E`x`E**文");
  CHECK(shown("**a.**b") == "**a.**b");
}

TEST_CASE("a '_' beside a run goes on seeing punctuation") {
  CHECK(shown("**_重点_**文") == "**_重点_B**文");
  CHECK(shown("文**_重点_**") == "文**F_重点_**");
}

TEST_CASE("an escaped star is punctuation, not part of a run") {
  CHECK(shown("文\\*（") == "文\\*（");
  CHECK(shown("\\***文") == "\\*E**文");
  CHECK(shown("文\\\\*（") == "文\\\\*（");
}

TEST_CASE("quote marks are white space at a line's start only") {
  CHECK(shown(">**（丙）**丁") == ">**（丙）E**丁");
  CHECK(shown("> > **（丙）**") == "> > **（丙）**");
  CHECK(shown(">**丙**") == ">**丙**");
  CHECK(shown("a>**丙**") == "a>E**丙**");
}

TEST_CASE("a bar is white space on lines that begin with one") {
  CHECK(shown("|*文）字**|") == "|*文）字**|");
  CHECK(shown("> |**文**|") == "> |**文**|");
  CHECK(shown("文|**文**|") == "文|E**文**E|");
  CHECK(shown("|a\\|**文**|") == "|a\\|E**文**|");
}

TEST_CASE("variation selectors are looked past, the one for emoji is not") {
  CHECK(shown("（\uFE00*文") == "（\uFE00E*文");
  CHECK(shown("葛\U000E0100*（") == "葛\U000E0100*E（");
  CHECK(shown("（\uFE0F*文") == "（\uFE0F*文");
}

TEST_CASE("two tildes carry what they may do") {
  CHECK(shown("~~a~~ b") == "~<~a~>~ b");
  CHECK(shown("文~~（旧）~~新") == "文~=~（旧）~=~新");
  CHECK(shown("a~~b") == "a~=~b");
  CHECK(shown("a ~~ b") == "a ~~ b");
  CHECK(shown("~a~ ~~~b") == "~a~ ~~~b");
  CHECK(shown("\\~~a") == "\\~~a");
}

TEST_CASE("our own brackets are marked where they are not escaped") {
  CHECK(shown("[[a]] [@a]") == "[{r}[a]] [{c}@a]");
  CHECK(shown("\\[[a]] [\\[a]] \\[@a]") == "\\[[a]] [\\[a]] \\[@a]");
  CHECK(shown("[[[a]]]") == "[[{r}[a]]]");
  CHECK(shown("[[@a]]") == "[[{c}@a]]");
  CHECK(shown("[a][b]") == "[a][b]");
}

TEST_CASE("addresses are marked where nothing else can begin") {
  CHECK(shown("[a](b)") == "[a]({a}b)");
  CHECK(shown("[a]( b)") == "[a]( {a}b)");
  CHECK(shown("[a](<b>)") == "[a](<b>)");
  CHECK(shown("[a](*b*)") == "[a](*b*)");
  CHECK(shown("[a]: b") == "[a]: {a}b");
  CHECK(shown("> [a]: b") == "> [a]: {a}b");
  CHECK(shown("c [a]: b") == "c [a]: b");
  CHECK(shown("[^a]: b") == "[^a]: b");
}

TEST_CASE("an id in braces is marked at a line's end") {
  CHECK(shown("# a {#b}") == "# a {{h}#b}");
  CHECK(shown("# a {#b} ##\nc") == "# a {{h}#b} ##\nc");
  CHECK(shown("# {#a} b") == "# {#a} b");
  CHECK(shown("# a \\{#b}") == "# a \\{#b}");
}

TEST_CASE("tokens say where they stand") {
  const MarkedText marked = mark_text("文[[a]]\n[@b](c)");
  REQUIRE(marked.tokens.size() == 3);
  CHECK(marked.tokens[0].offset == 3);
  CHECK(marked.tokens[1].offset == 9);
  CHECK(marked.tokens[2].offset == 14);
}

TEST_CASE("numeric references are found") {
  const std::string source = "&#xE000; &#983040; &#X10FFFD; &#65; &#xE000 &#; &#x; &amp; \\&#1; &#123456789; &#xF8FF;";
  std::vector<std::string> found;
  for (const Span span : mark_text(source).references)
    found.push_back(source.substr(span.begin, span.end - span.begin));
  CHECK(found == std::vector<std::string>{"&#xE000;", "&#983040;", "&#X10FFFD;", "&#65;", "&#xF8FF;"});
}

TEST_CASE("past the last numbered mark nothing is marked, which is said") {
  std::string source;
  for (std::size_t i = 0; i <= kMaxTokens; ++i) source += "[@";
  const MarkedText marked = mark_text(source);
  CHECK(marked.unmarked_from == 2 * kMaxTokens);
  CHECK(marked.tokens.size() == kMaxTokens);
}

TEST_CASE("a text without CJK characters gets no emphasis marks") {
  RandomText random(kCommonMarkAlphabet, 2);
  for (int i = 0; i < 20000; ++i) {
    std::string text = random.next(40);
    for (const std::string_view cjk : {"文", "。"}) {
      for (std::size_t at = text.find(cjk); at != std::string::npos; at = text.find(cjk))
        text.replace(at, cjk.size(), "é");
    }
    INFO(text);
    REQUIRE(mark_text(text).text.find("\uE000") == std::string::npos);
  }
}

TEST_CASE("a text without CJK characters and without our own syntax is as it was") {
  RandomText random(
      {"a", "b", " ", "\n", "*", "**", "_", "`", "~", "> ", "- ", "# ", "|", "\\", "(", ")", ".", "é", "[a]", "&amp;"},
      3);
  for (int i = 0; i < 20000; ++i) {
    std::string text = random.next(40);
    for (const std::string_view ours : {"](", "~~", "[["}) {
      for (std::size_t at = text.find(ours); at != std::string::npos; at = text.find(ours))
        text.replace(at, ours.size(), "a");
    }
    INFO(text);
    REQUIRE(mark_text(text).text == text);
  }
}

TEST_CASE("taking the marks out again gives the text, and marking twice adds nothing") {
  RandomText random(kCjkAlphabet, 4);
  for (int i = 0; i < 50000; ++i) {
    const std::string text = random.next(30);
    INFO(text);
    const std::string marked = mark_text(text).text;
    REQUIRE(without_marks(marked) == text);
    REQUIRE(mark_text(marked).text == marked);
  }
}
