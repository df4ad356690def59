#include "markdown/markdown_bounds.h"

#include <catch2/catch.hpp>

#include "markdown/marked_places.h"
#include "markdown/rendering.h"

using namespace armillary;
using namespace armillary::markdown;

namespace {

std::string repeat(std::string_view unit, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += unit;
  return out;
}

bool is_within(const std::string& text) { return diagnostics_of(text).empty(); }

}  // namespace

TEST_CASE("a text over a bound gives an empty document") {
  const Parsed parsed = parse("# a\n\n" + std::string(kMaxLineBytes + 1, 'a'));
  CHECK(parsed.document.is_empty());
  CHECK(parsed.document.headings.empty());
  CHECK(parsed.diagnostics.has_errors());
}

TEST_CASE("a text holds at most 256 KB") {
  const std::string line = std::string(1023, 'a') + "\n\n";
  CHECK(is_within(repeat(line, 255)));
  check_places(repeat("a\n\n", 87381) + "a‹›\n",
               {"error: the text has 262145 bytes, and a text holds at most 262144; move a part of it to a page of its "
                "own [text-too-long]"});
}

TEST_CASE("a line holds at most 8 KB") {
  CHECK(is_within(std::string(8192, 'a') + "\r\n"));
  check_places("b\n\n‹" + std::string(8193, 'a') + "›\n",
               {"error: the line has 8193 bytes, and a line holds at most 8192; break it where a sentence ends "
                "[line-too-long]"});
}

TEST_CASE("16 KB hold an empty line") {
  const std::string line = std::string(1023, 'a') + "\n";
  CHECK(is_within(repeat(line, 16) + "\n" + repeat(line, 16) + "> \n" + repeat(line, 16)));
  check_places(repeat(line, 16) + "‹b›\n" + repeat(line, 16),
               {"error: more than 16384 bytes without an empty line; part paragraphs, lists and tables by empty lines "
                "[paragraph-too-long]"});
}

TEST_CASE("what does not end a paragraph does not part the text") {
  const std::string line = std::string(1023, 'a') + "\n";
  for (const char* mark : {"*\n", "+\n", "1.\n", "    >\n", "\t>\n", ">     >\n", "    - a\n", "2. a\n", "- \n"}) {
    INFO(mark);
    CHECK_FALSE(is_within(repeat(line, 10) + mark + repeat(line, 10)));
  }
  for (const char* mark : {"\n", " \t\n", ">\n", "> > \n", "   >\t\n", "- a\n", "  * a\n"}) {
    INFO(mark);
    CHECK(is_within(repeat(line, 10) + mark + repeat(line, 5)));
  }
}

TEST_CASE("a list's items need no empty lines between them") {
  CHECK(is_within(repeat("- " + std::string(1021, 'a') + "\n", 40)));
  CHECK_FALSE(is_within(repeat("1. " + std::string(1020, 'a') + "\n", 40)));
  CHECK_FALSE(is_within("a\n" + repeat("    - " + std::string(1017, 'a') + "\n", 40)));
}

TEST_CASE("a table has at most 32 columns") {
  const auto table = [](std::size_t head, std::size_t row) {
    return "|" + repeat("a|", head) + "\n|" + repeat("-|", head) + "\n|" + repeat("b|", row) + "\n";
  };
  CHECK(is_within(table(32, 32)));
  const std::string kMessage =
      "error: the table row has 33 columns, and a table has at most 32; use an embedded view "
      "[too-many-columns]";
  check_places("‹|" + repeat("a|", 33) + "›\n|" + repeat("-|", 33) + "\n", {kMessage});
  check_places(table(2, 0) + "‹|" + repeat("b|", 33) + "›\n", {kMessage});
  CHECK(is_within(repeat("a|", 100) + "\n"));
}

TEST_CASE("lines that rule off a table are few in one run") {
  CHECK(is_within("|a|\n" + repeat("|-|\n", 16)));
  check_places("|a|\n" + repeat("|-|\n", 16) + "‹|-|›\n",
               {"error: more than 16 lines like |---|---| without an empty line; a table has one "
                "[too-many-table-rules]"});
  CHECK(is_within(repeat("---\n", 100)));
}

TEST_CASE("the tables of a text have at most 100000 cells") {
  const std::string table = "‹|" + repeat("a|", 31) + "›\n|" + repeat("-|", 31) + "\n" + repeat("b\n", 1500) + "\n";
  std::string marked = table;
  for (const std::string_view mark : {"‹", "›"}) marked.erase(marked.find(mark), mark.size());
  check_places(marked + marked + table,
               {"error: the tables of the text have more than 100000 cells; use an embedded view "
                "[too-many-table-cells]"});
  CHECK(is_within(marked + marked));
}

TEST_CASE("quotes and lists nest at most 32 deep") {
  const std::string kMessage =
      "error: quotes and lists are nested more than 32 deep; close some of them [nested-too-deep]";
  CHECK(is_within(repeat("> ", 32) + "a\n"));
  check_places("‹" + repeat("> ", 33) + "a›\n", {kMessage});
  CHECK(is_within(repeat("- ", 32) + "a\n"));
  check_places("‹" + repeat("- ", 33) + "a›\n", {kMessage});
  check_places("‹" + repeat("> - ", 16) + "1. a›\n", {kMessage});
  std::string nested;
  for (std::size_t i = 0; i < 32; ++i) nested += std::string(2 * i, ' ') + "- a\n";
  CHECK(is_within(nested));
  check_places(nested + "‹" + std::string(64, ' ') + "- a›\n", {kMessage});
}

TEST_CASE("siblings, thematic breaks and numbers that grow do not nest") {
  CHECK(is_within(repeat("- a\n", 200)));
  CHECK(is_within(repeat("* ", 100) + "\n"));
  std::string numbered;
  for (int i = 1; i <= 120; ++i) numbered += std::to_string(i) + ". a\n";
  CHECK(is_within(numbered));
}

TEST_CASE("64 brackets may be open at once") {
  CHECK(is_within(repeat("[ ", 64) + repeat("] ", 64) + repeat("[ ", 64) + "\n\n" + repeat("[ ", 64)));
  CHECK(is_within(repeat("\\[", 100)));
  check_places(repeat("[", 40) + "\n" + repeat("[", 24) + "‹[›[\n",
               {"error: more than 64 brackets '[' are open here; close them or write '\\[' [too-many-open-brackets]"});
}

TEST_CASE("a text defines at most 1000 labels") {
  CHECK(is_within(repeat("[a]: /u\n", 1000)));
  check_places(repeat("[a]: /u\n", 1000) + "> ‹[b]: /u›\n",
               {"error: more than 1000 link definitions '[label]: address' in one text [too-many-link-definitions]"});
}

TEST_CASE("a definition is not repeated without end") {
  const std::string definition = "[a]: /" + std::string(7000, 'u');
  CHECK(is_within(definition + "\n\n" + repeat("[a]", 2000)));
  check_places("‹" + definition + "›\n\n" + repeat("[a]", 2500),
               {"error: the link definition has up to 7006 bytes, which its uses could repeat past 16777216 bytes; "
                "shorten its address or title [link-definition-too-long]"});
}

TEST_CASE("a text holds at most 65534 links and citations") {
  const std::string line = repeat("](a", 2000) + "\n\n";
  check_places(repeat(line, 32) + repeat("](a", 1534) + "](‹›a\n",
               {"error: more than 65534 links and citations in one text; move a part of it to a page of its own "
                "[too-many-links]"});
}

TEST_CASE("lines begin behind every line end that cmark knows") {
  const SourceFile file{"a.md", "xx\na\r\n\rb\n\nc"};
  CHECK(find_line_starts(file, {3, 12}) == LineStarts{3, 6, 7, 9, 10});
  CHECK(find_line_starts(file, {3, 3}).empty());
}
