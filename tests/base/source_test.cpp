#include "base/source.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>

using namespace armillary;

namespace {

std::pair<std::size_t, std::size_t> place(std::string_view text, std::size_t offset) {
  const Position position = position_at(text, offset);
  return {position.line, position.column};
}

using Place = std::pair<std::size_t, std::size_t>;

}  // namespace

TEST_CASE("columns count characters, not bytes") {
  const std::string text = "标题: 甲\n乙x";
  CHECK(place(text, 0) == Place{1, 1});
  CHECK(place(text, 3) == Place{1, 2});
  CHECK(place(text, 8) == Place{1, 5});
  CHECK(place(text, 11) == Place{1, 6});
  CHECK(place(text, 12) == Place{2, 1});
  CHECK(place(text, 15) == Place{2, 2});
}

TEST_CASE("an offset past the end is the end") {
  CHECK(place("ab\n", 3) == Place{2, 1});
  CHECK(place("ab\n", 99) == Place{2, 1});
  CHECK(place("ab", 99) == Place{1, 3});
  CHECK(place("", 0) == Place{1, 1});
}

TEST_CASE("a Windows line end is one line end") {
  CHECK(place("a\r\nb", 3) == Place{2, 1});
  CHECK(line_at("a\r\nb\r\n", 0) == "a");
  CHECK(line_at("a\r\nb\r\n", 3) == "b");
}

TEST_CASE("the line of an offset has no line end") {
  CHECK(line_at("ab\ncd\n", 1) == "ab");
  CHECK(line_at("ab\ncd\n", 2) == "ab");
  CHECK(line_at("ab\ncd\n", 3) == "cd");
  CHECK(line_at("ab\ncd\n", 6) == "");
  CHECK(line_at("ab", 99) == "ab");
  CHECK(line_at("", 0) == "");
}

TEST_CASE("a slice is cut to the text") {
  const SourceFile file{"a", "标题"};
  CHECK(file.slice({0, 3}) == "标");
  CHECK(file.slice({3, 99}) == "题");
  CHECK(file.slice({99, 120}) == "");
  CHECK(file.slice({4, 2}) == "");
}
