#include "markdown/normal_form.h"

#include <catch2/catch.hpp>

#include "markdown/rendering.h"

using namespace armillary;
using namespace armillary::markdown;

TEST_CASE("words are in Unicode's normal form C, whatever form they were written in") {
  CHECK(html_of("cafe\u0301 *e\u0301* `e\u0301` [e\u0301](https://a.org/)\n") ==
        html_of("caf\u00e9 *\u00e9* `\u00e9` [\u00e9](https://a.org/)\n"));
  CHECK(html_of("## e\u0301\n") == html_of("## \u00e9\n"));
}

TEST_CASE("addresses stay as they were written, for a server may know no other form") {
  CHECK(html_of("[a](https://a.org/e\u0301)\n").find("/e%CC%81\"") != std::string::npos);
}

TEST_CASE("a mark that would merge with the end of a tag stays a text") {
  CHECK(html_of("e\u0301 **a**\n\n\u0338b\n") == "<p>\u00e9 <strong>a</strong></p>\n<p>&#x338;b</p>\n");
}

TEST_CASE("what stands on both sides of a gap does not meet, and the gap stays between them") {
  CHECK(html_of("ae\u0301e[[puer]]\u0301e\u0301 [[a|e\u0301]] e\u0301\n") ==
        "<p>a\u00e9e{record puer}\u0301\u00e9 {record a|\u00e9} \u00e9</p>\n");
}

TEST_CASE("ids in the plain text move with what stands before them") {
  Document document;
  document.plain_text = "e\u0301 a-b e\u0301";
  document.plain_ids = {{4, 3}};
  bring_into_normal_form(document);
  CHECK(document.plain_text == "\u00e9 a-b \u00e9");
  CHECK(document.plain_ids.front().begin == 3);
  CHECK(document.plain_ids.front().size == 3);
}
