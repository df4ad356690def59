#include "load/front_matter.h"

#include <catch2/catch.hpp>

using namespace armillary;

namespace {

// "front matter|body", with "!" in front where the front matter is not closed and "-" for none.
std::string split(const std::string& text) {
  const SourceFile file{"a.md", text};
  const FileParts parts = split_front_matter(file);
  const std::string front = parts.front_matter ? std::string(file.slice(*parts.front_matter)) : "-";
  return (parts.is_open ? "!" : "") + front + "|" + std::string(file.slice(parts.body));
}

}  // namespace

TEST_CASE("front matter stands between two lines of three dashes, the text behind them") {
  CHECK(split("---\na: 1\n---\ntext\n") == "a: 1\n|text\n");
  CHECK(split("---\n---\ntext\n") == "|text\n");
  CHECK(split("---\na: 1\n---") == "a: 1\n|");
  CHECK(split("---\na: 1\n---\n") == "a: 1\n|");
}

TEST_CASE("front matter of a file from Windows is the same") {
  CHECK(split("---\r\na: 1\r\n---\r\ntext\r\n") == "a: 1\r\n|text\r\n");
}

TEST_CASE("white space behind the dashes is overlooked, in front of them it is not") {
  CHECK(split("--- \na: 1\n---\t \ntext") == "a: 1\n|text");
  CHECK(split(" ---\na: 1\n---\n") == "-| ---\na: 1\n---\n");
  CHECK(split("---\na: |\n  ---\n---\ntext") == "a: |\n  ---\n|text");
}

TEST_CASE("a file without dashes at its beginning is all text") {
  CHECK(split("") == "-|");
  CHECK(split("text\n---\nmore\n---\n") == "-|text\n---\nmore\n---\n");
  CHECK(split("\n---\na: 1\n---\n") == "-|\n---\na: 1\n---\n");
  CHECK(split("----\na: 1\n----\n") == "-|----\na: 1\n----\n");
}

TEST_CASE("front matter that is not closed reaches to the end") {
  CHECK(split("---\na: 1\n") == "!a: 1\n|");
  CHECK(split("---") == "!|");
  CHECK(split("---\n") == "!|");
  CHECK(split("---\na: 1\n----\ntext") == "!a: 1\n----\ntext|");
}

TEST_CASE("only the first closing line counts: a rule in the text stays text") {
  CHECK(split("---\na: 1\n---\none\n\n---\n\ntwo\n") == "a: 1\n|one\n\n---\n\ntwo\n");
}
