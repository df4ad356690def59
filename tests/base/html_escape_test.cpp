#include "base/html_escape.h"

#include <catch2/catch.hpp>
#include <string>

using namespace armillary;

TEST_CASE("what HTML gives a meaning is escaped as Jinja2 escapes it") {
  CHECK(escape_html("<a href=\"x\" title='y'>&amp;</a>") ==
        "&lt;a href=&#34;x&#34; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
}

TEST_CASE("all other characters stay as they are") {
  const std::string text = "标题：“引”\n`=/\\ é 😀";
  CHECK(escape_html(text) == text);
  CHECK(escape_html("") == "");
}

TEST_CASE("escaped text is appended") {
  std::string out = "<b>";
  append_escaped(out, "甲 & 乙");
  CHECK(out == "<b>甲 &amp; 乙");
}
