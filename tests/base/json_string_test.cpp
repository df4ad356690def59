#include "base/json_string.h"

#include <catch2/catch.hpp>

using namespace armillary;

TEST_CASE("quotation marks, backslashes and control characters are escaped, other letters stand as they are") {
  std::string out;
  append_json_string(out, "say \"no\" \\ \n\t\r\x01 人工智能");
  CHECK(out == R"("say \"no\" \\ \n\t\u000d\u0001 人工智能")");
}

TEST_CASE("what must be escaped is found at any place of a text of any length") {
  for (std::size_t length = 1; length < 70; ++length) {
    for (std::size_t at = 0; at < length; ++at) {
      for (const char c : {'"', '\\', '\x1F', '\0'}) {
        std::string text(length, 'x');
        text[at] = c;
        std::string out;
        append_json_string(out, text);
        const std::string escaped = c == '"' ? "\\\"" : c == '\\' ? "\\\\" : c == '\0' ? "\\u0000" : "\\u001f";
        REQUIRE(out == '"' + std::string(at, 'x') + escaped + std::string(length - at - 1, 'x') + '"');
      }
    }
  }
}

TEST_CASE("bytes beyond ASCII stand as they are") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "\x7F\xEF\xBF\xBF";
  std::string out;
  append_json_string(out, text);
  CHECK(out == '"' + text + '"');
}
