#include "base/diagnostic_printer.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

using namespace armillary;

namespace {

constexpr Message kUnknownThing{Severity::error, "unknown-thing", "no thing '{}'"};
constexpr Message kOddThing{Severity::warning, "odd-thing", "odd thing"};

// One report whose mark is `marked`, which stands in `text` once.
Diagnostics mark(const std::string& text, std::string_view marked, const Message& message = kUnknownThing) {
  const SourceFile file{"content/a.yaml", text};
  const std::size_t begin = text.find(marked);
  const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + marked.size())};
  Diagnostics diagnostics;
  diagnostics.report(message, file, span, marked);
  return diagnostics;
}

std::string print(const Diagnostics& diagnostics, DiagnosticFormat format = DiagnosticFormat::text) {
  return print_diagnostics(diagnostics, {format, false, ""});
}

Diagnostics two_kinds() {
  Diagnostics diagnostics = mark("标题: 甲\nb: 乙 x\n", "x");
  diagnostics.report_file(kOddThing, "content/目录, b.yaml");
  diagnostics.report_file(kUnknownThing, "", "a\nb: 100%");
  return diagnostics;
}

std::string repeated(std::string_view piece, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

}  // namespace

TEST_CASE("text shows place, message, source line, caret and count") {
  CHECK(print(mark("a: 1\nkind: lawx\n", "lawx")) ==
        "content/a.yaml:2:7: error: no thing 'lawx' [unknown-thing]\n"
        "kind: lawx\n"
        "      ^~~~\n"
        "1 error\n");
}

TEST_CASE("the caret stands below Chinese text, which is two columns wide") {
  CHECK(print(mark("标题: 人工智能治理\n", "智能")) ==
        "content/a.yaml:1:7: error: no thing '智能' [unknown-thing]\n"
        "标题: 人工智能治理\n"
        "          ^~~~\n"
        "1 error\n");
}

TEST_CASE("tabs before the caret stay tabs") {
  CHECK(print(mark("\ta\tb\n", "b")) ==
        "content/a.yaml:1:4: error: no thing 'b' [unknown-thing]\n"
        "\ta\tb\n"
        "\t \t^\n"
        "1 error\n");
}

TEST_CASE("a place at the end of a line has its caret behind the line") {
  Diagnostics diagnostics;
  diagnostics.report(kOddThing, SourceFile{"a.yaml", "值:\r\nb"}, Span{4, 4});
  CHECK(print(diagnostics) ==
        "a.yaml:1:3: warning: odd thing [odd-thing]\n"
        "值:\n"
        "   ^\n"
        "1 warning\n");
}

TEST_CASE("a mark over several lines is drawn on the first") {
  CHECK(print(mark("a: 'x\n  y'\n", "'x\n  y'", kOddThing)) ==
        "content/a.yaml:1:4: warning: odd thing [odd-thing]\n"
        "a: 'x\n"
        "   ^~\n"
        "1 warning\n");
}

TEST_CASE("what belongs to a whole file or to none has no line") {
  Diagnostics diagnostics;
  diagnostics.report_file(kUnknownThing, "content/a.yaml", "x");
  diagnostics.report_file(kOddThing, "");
  CHECK(print(diagnostics) ==
        "content/a.yaml: error: no thing 'x' [unknown-thing]\n"
        "warning: odd thing [odd-thing]\n"
        "1 error, 1 warning\n");
}

TEST_CASE("no diagnostics print nothing as text and an empty list as JSON") {
  CHECK(print(Diagnostics()) == "");
  CHECK(print(Diagnostics(), DiagnosticFormat::json) == "[]\n");
  CHECK(print(Diagnostics(), DiagnosticFormat::github) == "");
}

TEST_CASE("errors and warnings are counted in words") {
  Diagnostics diagnostics;
  CHECK(summary_of(diagnostics) == "");
  diagnostics.report_file(kOddThing, "a");
  CHECK(summary_of(diagnostics) == "1 warning");
  diagnostics.report_file(kUnknownThing, "a", "x");
  diagnostics.report_file(kUnknownThing, "b", "x");
  diagnostics.report_file(kOddThing, "b");
  CHECK(summary_of(diagnostics) == "2 errors, 2 warnings");
}

TEST_CASE("a long line is cut to the part around the caret") {
  const std::string text = repeated("前", 100) + "X" + repeated("后", 100);
  CHECK(print(mark(text, "X")) == "content/a.yaml:1:101: error: no thing 'X' [unknown-thing]\n..." +
                                      repeated("前", 20) + "X" + repeated("后", 39) + "...\n" + std::string(43, ' ') +
                                      "^\n1 error\n");
}

TEST_CASE("the end of a long line is shown as wide as its beginning") {
  const std::string text = repeated("a", 200) + "X";
  CHECK(print(mark(text, "X")) == "content/a.yaml:1:201: error: no thing 'X' [unknown-thing]\n..." +
                                      repeated("a", 119) + "X\n" + std::string(122, ' ') + "^\n1 error\n");
}

TEST_CASE("a long mark is cut with its line") {
  const std::string text = "a: " + repeated("x", 300);
  const std::string printed = print(mark(text, repeated("x", 300), kOddThing));
  CHECK(printed == "content/a.yaml:1:4: warning: odd thing [odd-thing]\na: " + repeated("x", 117) + "...\n   ^" +
                       repeated("~", 116) + "\n1 warning\n");
}

TEST_CASE("a place behind the stored part of a line is told without the line") {
  const std::string text = repeated("a", 5000) + "X";
  CHECK(print(mark(text, "X")) == "content/a.yaml:1:5001: error: no thing 'X' [unknown-thing]\n1 error\n");
}

TEST_CASE("invisible characters of a file are shown by their numbers") {
  CHECK(print(mark("a: x\u202Ey\x1B[0m", "y")) ==
        "content/a.yaml:1:6: error: no thing 'y' [unknown-thing]\n"
        "a: x<U+202E>y<U+001B>[0m\n"
        "            ^\n"
        "1 error\n");
  CHECK(print(mark("a\xFF: b", "b")) ==
        "content/a.yaml:1:5: error: no thing 'b' [unknown-thing]\n"
        "a<FF>: b\n"
        "       ^\n"
        "1 error\n");
  CHECK(print(mark("a: 👩\u200D💻 b", "b")) ==
        "content/a.yaml:1:8: error: no thing 'b' [unknown-thing]\n"
        "a: 👩\u200D💻 b\n"
        "        ^\n"
        "1 error\n");
}

TEST_CASE("a message stays on one line") {
  Diagnostics diagnostics;
  diagnostics.report_file(kUnknownThing, "a.yaml", "one\ntwo\tthree\x1B");
  CHECK(print(diagnostics) == "a.yaml: error: no thing 'one<U+000A>two three<U+001B>' [unknown-thing]\n1 error\n");
}

TEST_CASE("colour is used where it is asked for") {
  CHECK(print_diagnostics(mark("k: v", "v"), {DiagnosticFormat::text, true, ""}) ==
        "\x1B[1mcontent/a.yaml:1:4:\x1B[0m \x1B[1;31merror:\x1B[0m \x1B[1mno thing 'v'\x1B[0m [unknown-thing]\n"
        "k: v\n"
        "   \x1B[1;32m^\x1B[0m\n"
        "1 error\n");
  CHECK(print_diagnostics(mark("k: v", "v", kOddThing), {DiagnosticFormat::text, true, ""})
            .find("\x1B[1;35mwarning:\x1B[0m") != std::string::npos);
}

TEST_CASE("JSON gives every field, and null for places that are not known") {
  CHECK(print(two_kinds(), DiagnosticFormat::json) == R"([
  {
    "path": "content/a.yaml",
    "line": 2,
    "column": 6,
    "endColumn": 7,
    "severity": "error",
    "code": "unknown-thing",
    "message": "no thing 'x'"
  },
  {
    "path": "content/目录, b.yaml",
    "line": null,
    "column": null,
    "endColumn": null,
    "severity": "warning",
    "code": "odd-thing",
    "message": "odd thing"
  },
  {
    "path": "",
    "line": null,
    "column": null,
    "endColumn": null,
    "severity": "error",
    "code": "unknown-thing",
    "message": "no thing 'a\nb: 100%'"
  }
]
)");
}

TEST_CASE("JSON of malformed bytes is well-formed all the same") {
  Diagnostics diagnostics;
  diagnostics.report_file(kUnknownThing, "a\xFF.yaml", "\xC0");
  const auto json = nlohmann::json::parse(print(diagnostics, DiagnosticFormat::json));
  CHECK(json.at(0).at("path") == "a\uFFFD.yaml");
}

TEST_CASE("GitHub's workflow commands escape what would end them") {
  CHECK(print(two_kinds(), DiagnosticFormat::github) ==
        "::error file=content/a.yaml,line=2,col=6,endColumn=7,title=unknown-thing::no thing 'x'\n"
        "::warning file=content/目录%2C b.yaml,title=odd-thing::odd thing\n"
        "::error title=unknown-thing::no thing 'a%0Ab: 100%25'\n");
}

TEST_CASE("what GitHub is told holds no control characters either") {
  Diagnostics diagnostics;
  diagnostics.report_file(kUnknownThing, "a\x1B[31m", "\x01\r\u202E");
  CHECK(print(diagnostics, DiagnosticFormat::github) ==
        "::error file=a<U+001B>[31m,title=unknown-thing::no thing '<U+0001><U+000D><U+202E>'\n");
}

TEST_CASE("SARIF lists the rules and points into the files") {
  const auto sarif = nlohmann::json::parse(print_diagnostics(two_kinds(), {DiagnosticFormat::sarif, false, "0.1.0"}));
  CHECK(sarif.at("version") == "2.1.0");
  REQUIRE(sarif.at("runs").size() == 1);
  const auto& run = sarif.at("runs").at(0);
  CHECK(run.at("columnKind") == "unicodeCodePoints");
  const auto& driver = run.at("tool").at("driver");
  CHECK(driver.at("name") == "armillary");
  CHECK(driver.at("version") == "0.1.0");
  CHECK(driver.at("rules").dump() == R"([{"id":"odd-thing"},{"id":"unknown-thing"}])");
  REQUIRE(run.at("results").size() == 3);
  CHECK(run.at("results").at(0) == nlohmann::json::parse(R"({
    "ruleId": "unknown-thing", "ruleIndex": 1, "level": "error", "message": {"text": "no thing 'x'"},
    "locations": [{"physicalLocation": {"artifactLocation": {"uri": "content/a.yaml"},
                                        "region": {"startLine": 2, "startColumn": 6, "endColumn": 7}}}]})"));
  CHECK(run.at("results").at(1) == nlohmann::json::parse(R"({
    "ruleId": "odd-thing", "ruleIndex": 0, "level": "warning", "message": {"text": "odd thing"},
    "locations": [{"physicalLocation": {"artifactLocation":
                     {"uri": "content/%E7%9B%AE%E5%BD%95%2C%20b.yaml"}}}]})"));
  CHECK_FALSE(run.at("results").at(2).contains("locations"));
}
