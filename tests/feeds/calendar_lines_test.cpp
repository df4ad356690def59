#include "feeds/calendar_lines.h"

#include <catch2/catch.hpp>

using namespace armillary;

namespace {

std::string line_of(std::string_view property, std::string_view text) {
  CalendarLines lines;
  lines.add_text(property, text);
  return lines.take();
}

}  // namespace

TEST_CASE("lines end with CR LF and texts are escaped") {
  CHECK(line_of("SUMMARY", "a, b; c\\d: e\nf\r") == "SUMMARY:a\\, b\\; c\\\\d: e\\nf\r\n");
}

TEST_CASE("a line of 75 octets stands as it is, a longer one is folded") {
  CHECK(line_of("X", std::string(73, 'a')) == "X:" + std::string(73, 'a') + "\r\n");
  CHECK(line_of("X", std::string(74, 'a')) == "X:" + std::string(73, 'a') + "\r\n a\r\n");
  CHECK(line_of("X", std::string(73 + 74 + 1, 'a')) ==
        "X:" + std::string(73, 'a') + "\r\n " + std::string(74, 'a') + "\r\n a\r\n");
}

TEST_CASE("a character is never cut in two") {
  std::string tea;
  for (int i = 0; i < 60; ++i) tea += "茶";
  const std::string folded = line_of("SUMMARY", tea);
  std::string unfolded;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = folded.find("\r\n", begin);
    const std::string line = folded.substr(begin, end - begin);
    CHECK(line.size() <= 75);
    CHECK((line.size() - (begin == 0 ? 8 : 1)) % 3 == 0);
    unfolded += begin == 0 ? line.substr(8) : line.substr(1);
    begin = end + 2;
  }
  CHECK(unfolded == tea);
}
