#include "base/diagnostic.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/show_diagnostics.h"

using namespace armillary;

namespace {

constexpr Message kBad{Severity::error, "bad", "bad '{}'"};
constexpr Message kOdd{Severity::warning, "odd", "odd {} of {}"};

const SourceFile kFile{"content/a.md", "标题: 甲乙\r\nkind: law\n"};

}  // namespace

TEST_CASE("a report holds all that is printed, in characters") {
  Diagnostics diagnostics;
  diagnostics.report(kBad, kFile, {8, 14}, "甲乙");
  REQUIRE(diagnostics.all().size() == 1);
  const Diagnostic& d = diagnostics.all().front();
  CHECK(d.severity == Severity::error);
  CHECK(d.code == "bad");
  CHECK(d.text == "bad '甲乙'");
  CHECK(d.path == "content/a.md");
  CHECK(d.line == 1);
  CHECK(d.column == 5);
  CHECK(d.end_column == 7);
  CHECK(d.source_line == "标题: 甲乙");
}

TEST_CASE("a report over several lines ends with its first line") {
  Diagnostics diagnostics;
  diagnostics.report(kBad, kFile, {8, 20}, "x");
  CHECK(diagnostics.all().front().end_column == 7);
}

TEST_CASE("a point has no width") {
  Diagnostics diagnostics;
  diagnostics.report(kBad, kFile, {16, 16}, "x");
  CHECK(diagnostics.all().front().line == 2);
  CHECK(diagnostics.all().front().column == 1);
  CHECK(diagnostics.all().front().end_column == 1);
}

TEST_CASE("a report on a file as a whole has no place") {
  Diagnostics diagnostics;
  diagnostics.report_file(kOdd, "content/b.md", 1, "two");
  const Diagnostic& d = diagnostics.all().front();
  CHECK(d.severity == Severity::warning);
  CHECK(d.text == "odd 1 of two");
  CHECK(d.path == "content/b.md");
  CHECK(d.line == 0);
  CHECK(d.source_line.empty());
}

TEST_CASE("braces in what an editor wrote are left alone") {
  Diagnostics diagnostics;
  diagnostics.report_file(kBad, "a", "{0} {}");
  CHECK(diagnostics.all().front().text == "bad '{0} {}'");
}

TEST_CASE("a long source line is cut between characters") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "中";
  Diagnostics diagnostics;
  diagnostics.report(kBad, SourceFile{"a", text}, {0, 3}, "x");
  CHECK(diagnostics.all().front().source_line.size() == 4095);
}

TEST_CASE("diagnostics are sorted by path, line, column and code, and repetitions dropped") {
  Diagnostics diagnostics;
  diagnostics.report(kBad, SourceFile{"b", "x\ny"}, {2, 3}, 1);
  diagnostics.report(kBad, SourceFile{"b", "x\ny"}, {0, 1}, 2);
  diagnostics.report(kOdd, SourceFile{"b", "x\ny"}, {0, 1}, 3, 4);
  diagnostics.report(kBad, SourceFile{"b", "x\ny"}, {0, 1}, 2);
  diagnostics.report_file(kBad, "b", 5);
  diagnostics.report_file(kBad, "a", 6);
  diagnostics.sort();
  std::vector<std::string> texts;
  for (const Diagnostic& d : diagnostics.all()) texts.push_back(d.text);
  CHECK(texts == std::vector<std::string>{"bad '6'", "bad '5'", "bad '2'", "odd 3 of 4", "bad '1'"});
}

TEST_CASE("merging takes everything over") {
  Diagnostics one;
  Diagnostics two;
  one.report_file(kBad, "a", 1);
  two.report_file(kBad, "b", 2);
  one.merge(std::move(two));
  CHECK(one.all().size() == 2);
  CHECK(one.all().back().path == "b");
}

TEST_CASE("merging at a place gives that place to all") {
  Diagnostics one;
  Diagnostics two;
  two.report(kBad, SourceFile{"folded", "x"}, {0, 1}, "y");
  two.report_file(kOdd, "folded", 1, 2);
  one.merge_at(std::move(two), kFile, {16, 20});
  CHECK(show(one) == "2:1-5: error: bad 'y' [bad]\n2:1-5: warning: odd 1 of 2 [odd]\n");
  CHECK(one.all().front().path == "content/a.md");
}

TEST_CASE("warnings are errors where the build is strict") {
  Diagnostics diagnostics;
  diagnostics.report_file(kOdd, "a", 1, 2);
  CHECK_FALSE(diagnostics.has_errors());
  CHECK(diagnostics.count(Severity::warning) == 1);
  diagnostics.make_strict();
  CHECK(diagnostics.has_errors());
  CHECK(diagnostics.count(Severity::warning) == 0);
  CHECK(diagnostics.count(Severity::error) == 1);
}

TEST_CASE("of one mistake that many pages meet the first is kept, with how many there were besides") {
  Diagnostics diagnostics;
  diagnostics.report(kBad, kFile, {16, 20}, "name, while making /en/a/");
  diagnostics.report(kBad, kFile, {16, 20}, "name, while making /en/b/");
  diagnostics.report(kOdd, kFile, {16, 20}, 1, 2);
  diagnostics.report(kBad, kFile, {16, 20}, "name, while making /zh/a/");
  diagnostics.report_file(kBad, "a", 1);
  diagnostics.report_file(kBad, "a", 2);
  diagnostics.keep_first_at_each_place();
  REQUIRE(diagnostics.all().size() == 4);
  CHECK(diagnostics.all()[0].text == "bad 'name, while making /en/a/' and 2 more");
  CHECK(diagnostics.all()[1].text == "odd 1 of 2");
  CHECK(diagnostics.all()[2].text == "bad '1'");
  CHECK(diagnostics.all()[3].text == "bad '2'");
}

TEST_CASE("doubled braces of a message are braces") {
  constexpr Message kBraces{Severity::error, "braces", "write {{{}: …}}"};
  Diagnostics diagnostics;
  diagnostics.report_file(kBraces, "a", "zh");
  CHECK(diagnostics.all().front().text == "write {zh: …}");
}

TEST_CASE("a diagnostic keeps what was put into its message") {
  Diagnostics diagnostics;
  diagnostics.report_file(kOdd, "a", 1, "two");
  CHECK(diagnostics.all().front().parts == MessageParts{"1", "two"});
  CHECK(diagnostics.all().front().wording == kOdd.text);
}

TEST_CASE("of thousands of one code in one file the first thousand are told, and how many there are besides") {
  const SourceFile file{"a.yaml", "x\ny\n"};
  const SourceFile other{"b.yaml", "x\n"};
  Diagnostics diagnostics;
  for (int i = 0; i < 2500; ++i) diagnostics.report(kBad, file, {2, 3}, "y");
  diagnostics.report(kBad, other, {0, 1}, "x");
  REQUIRE(diagnostics.all().size() == Diagnostics::kMostOfOneCode + 1);
  CHECK(diagnostics.all()[998].additions.empty());
  CHECK(diagnostics.all()[999].text == diagnostics.all()[998].text + " and 1500 more");
  CHECK(diagnostics.all()[999].additions == MessageParts{" and 1500 more"});
  CHECK(diagnostics.all()[1000].path == "b.yaml");
  CHECK(diagnostics.errors_reported() == 2501);
}
