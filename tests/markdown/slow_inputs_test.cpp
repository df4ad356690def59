// Inputs that cost cmark-gfm 0.29.0.gfm.6 quadratic time, each as large as the bounds let it be, and some that
// could. With the bounds none may take a second.
#include <catch2/catch.hpp>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

#include "markdown/markdown_bounds.h"
#include "markdown/rendering.h"

using namespace armillary;
using namespace armillary::markdown;

namespace {

std::string repeat_to(const std::string& unit, std::size_t bytes) {
  std::string out;
  while (out.size() + unit.size() <= bytes) out += unit;
  return out;
}

// Paragraphs as long as they may be, of lines as long as they may be.
std::string in_paragraphs(const std::string& unit, std::size_t bytes) {
  std::string line = repeat_to(unit, kMaxLineBytes - 100);
  if (line.back() != '\n') line += '\n';
  const std::string paragraph = repeat_to(line, kMaxRunBytes - 1) + "\n";
  return bytes < paragraph.size() ? repeat_to(unit, bytes) : repeat_to(paragraph, bytes);
}

#ifdef __SANITIZE_THREAD__
constexpr double kSlowdown = 10;  // about what the thread sanitizer costs
#else
constexpr double kSlowdown = 1;
#endif

double seconds_for(const std::string& text) {
  const std::clock_t begin = std::clock();
  parse(text);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC / kSlowdown;
}

// Beyond one paragraph the cost only adds up, so four of them tell of the sixteen that a text may hold.
void check_sizes(const std::string& unit, std::string (*make)(const std::string&, std::size_t)) {
  INFO(unit);
  double seconds = 0;
  for (const std::size_t bytes : {4096, 16000, 65536}) seconds += seconds_for(make(unit, bytes));
  CHECK(seconds < 0.5);
}

}  // namespace

TEST_CASE("no paragraph takes a second, whatever it repeats") {
  for (const char* unit :
       {"a_ ",     "_a ",        "a* ",       "*a ",       "a**b_c* ", "a**b",       "*b**a ",  "**x* ", "a**_*b ",
        "*a **a ", "a*****b** ", "*a**a",     "a** a*** ", "**_a ** ", "*_* _",      "*",       "*_",    "a",
        "[a](b) ", "[a](b",      "[a](<b",    "[a](b \"",  "[a](b '",  "[a](b (",    "![](",    "](",    "[x] ",
        "<?",      "<!--",       "<!A ",      "<a ",       "<a b=\"",  "</a",        "<http:",  "<>",    "<x:",
        "<a@a.",   "`a``",       "e`f``g```", "&",         "&a",       "&#1",        "\\",      "a  \n", "a\\\n",
        "~a~~",    "~~a ",       "~~a~~",     "e,z~~",     "z_www.",   "www.",       "http://", "a@b.c", ":/",
        "_文_ ",   "［文］（/",  "＊＊",      "**文：**",  "**文。",   "\"**.*****", "|",       "a|b",   "-",
        "{#a}",    "{#",         "文\n"}) {
    check_sizes(unit, in_paragraphs);
  }
}

TEST_CASE("the worst of 0.29.0.gfm.6 does not take a second in a text as long as may be") {
  for (const char* unit :
       {"|-\nt>|-\n", "z_www.", "~e,z~~", "[a](b \"", "![](", "*a **a ", "_a __a ", "[^a]:", "<a b='"}) {
    INFO(unit);
    CHECK(seconds_for(in_paragraphs(unit, kMaxTextBytes)) < 1);
  }
  CHECK(seconds_for(repeat_to(">", kMaxTextBytes)) < 1);
  CHECK(seconds_for("[a]: b\n\n" + repeat_to("[a]", kMaxTextBytes - 8)) < 1);
  CHECK(seconds_for(repeat_to("|a", 5000) + "\n" + repeat_to("|-", 5000) + "\n" + repeat_to("b\n", 100000)) < 1);
}

TEST_CASE("no brackets of our own take a second") {
  for (const char* unit :
       {"[[a]] ",    "[[a|b]] ",    "[[A]] ",        "[[a|",           "]] ",       "[@a] ",    "[@a; @b] ", "[@A] ",
        "[[a [@b] ", "[[a|*b]] ",   "[[a|b\n",       "[[a&#93;&#93; ", "[@a&#93; ", "[a](#b) ", "![](a) ",   "<b> ",
        "[^a] ",     "[a](<b c>) ", "[a](<&amp;>) ", "[a](//b) "}) {
    check_sizes(unit, in_paragraphs);
  }
}

TEST_CASE("no tables take a second") {
  for (const char* unit : {"|-\nt>|-\n", "x\n-|-\n", "a|b\n-|-|-\n", "|x\n|-\n", "|-|-|\n", ":-:\na\n"}) {
    check_sizes(unit, in_paragraphs);
    // With as many rules as a paragraph may have, and the rest of it before them.
    const std::string rules = repeat_to(unit, kMaxTableRules / 2 * std::string(unit).size());
    const std::string paragraph = repeat_to("a|b|c\n", kMaxRunBytes - 100 - rules.size()) + rules + "\n";
    INFO(unit);
    CHECK(seconds_for(repeat_to(paragraph, kMaxTextBytes)) < 1);
  }
  const std::string row = repeat_to("a|", 62) + "\n";
  const std::string rule = repeat_to("-|", 62) + "\n";
  CHECK(seconds_for(repeat_to(row + rule + repeat_to(row, 12000) + "\n", kMaxTextBytes)) < 1);
  CHECK(seconds_for(row + rule + repeat_to("b\n", 6000)) < 1);
  CHECK(seconds_for(row + rule + repeat_to("|", kMaxLineBytes)) < 1);
}

TEST_CASE("no nesting takes a second") {
  const auto lines = [](const std::string& unit, std::size_t bytes) { return repeat_to(unit, bytes); };
  for (const std::string& line :
       {repeat_to(">", 32) + "a\n\n", repeat_to("> ", 64) + "\n", repeat_to("- ", 64) + "a\n\n",
        repeat_to("* ", 8000) + "a\n\n", repeat_to("* ", 8000) + "\n\n", repeat_to("1. ", 96) + "a\n\n",
        repeat_to("[^a]: ", 192) + "b\n\n", repeat_to(">", 8000) + "\n", std::string("- a\n\n"), std::string("-\n"),
        std::string("\n"), std::string(" \t\n"), repeat_to("\t", 8000) + "a\n\n", repeat_to("#", 8000) + "\n\n",
        std::string("* a\n- b\n")}) {
    check_sizes(line, lines);
  }
  std::string deep;
  for (std::size_t i = 0; i < 31; ++i) deep += std::string(2 * i, ' ') + "- a\n";
  CHECK(seconds_for(deep + repeat_to("\n", 200000)) < 1);
  CHECK(seconds_for(deep + repeat_to("a\n", 10000)) < 1);
}

TEST_CASE("no definitions or footnotes take a second") {
  std::string definitions;
  for (int i = 0; i < 1000; ++i) {
    definitions += "[a" + std::to_string(i) + "]: /u\n" + (i % 500 == 499 ? "\n" : "");
  }
  CHECK(seconds_for(definitions + in_paragraphs("[a1][a2]", 200000)) < 1);
  CHECK(seconds_for("[a]: /" + std::string(8000, 'u') + "\n\n" + in_paragraphs("[a]", 240000)) < 1);
  CHECK(seconds_for("[a]: /" + std::string(190, 'u') + "\n\n" + in_paragraphs("[a]", 240000)) < 1);
  CHECK(seconds_for("[a]: /u \"" + repeat_to("t\n", 16000) + "\"\n\n" + in_paragraphs("[a]", 240000)) < 1);
  for (const char* unit :
       {"[a]: /u\n", "[a]: /u \"t\n", "[a]: u (t\n", "[a\n", "[\n", "[^a]: b\n", "[^a]:\n", "[@a]: b\n"}) {
    check_sizes(unit, in_paragraphs);
  }
  std::string notes;
  for (int i = 0; i < 8000; ++i) notes += "[^" + std::to_string(i) + "]: [^" + std::to_string(i + 1) + "]\n\n";
  CHECK(seconds_for(notes + "[^0]\n") < 1);
  CHECK(seconds_for("[^a]: b\n\n" + in_paragraphs("[^a]", 240000)) < 1);
}

TEST_CASE("no headings take a second") {
  const auto lines = [](const std::string& unit, std::size_t bytes) { return repeat_to(unit, bytes); };
  for (const char* unit :
       {"# a\n\n", "# a {#b}\n\n", "# a {#B}\n\n", "# a-2\n\n# a\n\n", "# [x](#y)\n\n", "a\n-\n\n"}) {
    check_sizes(unit, lines);
  }
}
