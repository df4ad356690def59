#include "base/find_byte.h"

#include <catch2/catch.hpp>
#include <string>

using armillary::find_beyond_ascii;
using armillary::find_beyond_printable;
using armillary::find_byte;
using armillary::find_first_byte;

TEST_CASE("base: the next of several bytes is found wherever it stands") {
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string plain(size, 'a');
    for (std::size_t from = 0; from <= size; ++from) {
      CHECK(find_byte<'&', '<'>(plain, from) == size);
      for (std::size_t at = from; at < size; ++at) {
        std::string text = plain;
        text[at] = at % 2 == 0 ? '&' : '<';
        if (at > 0) text[at - 1] = '>';
        CHECK(find_byte<'&', '<'>(text, from) == at);
      }
    }
  }
}

TEST_CASE("base: the first byte beyond ASCII is found wherever it stands") {
  for (std::size_t size = 0; size < 80; ++size) {
    const std::string plain(size, 'a');
    for (std::size_t from = 0; from <= size; from += 7) CHECK(find_beyond_ascii(plain, from) == size);
    for (std::size_t at = 0; at < size; ++at) {
      std::string text = plain;
      text[at] = '\x80';
      CHECK(find_beyond_ascii(text, 0) == at);
      CHECK(find_beyond_ascii(text, at + 1) == size);
    }
  }
}

TEST_CASE("base: of all bytes those are passed that are printable ASCII, tabs and line feeds") {
  for (int byte = 0; byte < 256; ++byte) {
    const bool is_passed = (byte >= 0x20 && byte < 0x7F) || byte == '\t' || byte == '\n';
    for (std::size_t at = 0; at < 40; ++at) {
      std::string text(40, 'a');
      text[at] = static_cast<char>(byte);
      CHECK(find_beyond_printable(text, 0) == (is_passed ? text.size() : at));
      CHECK(find_beyond_printable(text, at + 1) == text.size());
    }
  }
}

TEST_CASE("base: the first byte is found that a rule takes, wherever it stands") {
  const auto is_digit = [](auto byte) { return (byte >= '0') & (byte <= '9'); };
  for (std::size_t at = 0; at < 40; ++at) {
    std::string text(40, '/');
    text[at] = at % 2 == 0 ? '0' : '9';
    CHECK(find_first_byte(text, 0, is_digit) == at);
    CHECK(find_first_byte(text, at + 1, is_digit) == text.size());
  }
}

TEST_CASE("base: the first of many wanted bytes is found, those before it are passed") {
  CHECK(find_byte<'<', '&'>("a < b & c, and again a < b & c", 3) == 6);
  CHECK(find_byte<'<'>("全球人工智能治理观测站<", 0) == 33);
}
