#include "markdown/bare_link.h"

#include <catch2/catch.hpp>
#include <ctime>

#include "markdown/rendering.h"

using namespace armillary;
using namespace armillary::markdown;

namespace {

// The text with each link in ‹›, "http://" and "mailto:" before those that need it.
std::string linked(std::string_view text) {
  BareLinkFinder links(text);
  std::string out;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ':' && text[i] != '.' && text[i] != '@') continue;
    const auto link = links.find(i);
    if (!link) continue;
    out.append(text.substr(copied, link->begin - copied)).append("‹").append(link->prefix);
    out.append(text.substr(link->begin, link->end - link->begin)).append("›");
    copied = link->end;
    i = link->end - 1;
  }
  return out.append(text.substr(copied));
}

}  // namespace

TEST_CASE("addresses with a scheme, with www and of mail are links") {
  CHECK(linked("see https://a.org/x now") == "see ‹https://a.org/x› now");
  CHECK(linked("HTTP://a.org") == "‹HTTP://a.org›");
  CHECK(linked("www.a.org/x") == "‹http://www.a.org/x›");
  CHECK(linked("write to a.b+c@d-e.org") == "write to ‹mailto:a.b+c@d-e.org›");
  CHECK(linked("https://localhost:8000/") == "‹https://localhost:8000/›");
  CHECK(linked("http://用户.example/é") == "http://用户.example/é");
  CHECK(linked("https://münchen.de/ä") == "‹https://münchen.de/ä›");
}

TEST_CASE("an address ends where Chinese, Japanese or Korean text or its punctuation begins") {
  CHECK(linked("见https://example.com。后面") == "见‹https://example.com›。后面");
  CHECK(linked("（https://a.org/x）文") == "（‹https://a.org/x›）文");
  CHECK(linked("https://a.org/x，然后") == "‹https://a.org/x›，然后");
  CHECK(linked("https://a.org/文字") == "‹https://a.org/›文字");
  CHECK(linked("“https://a.org/x”后") == "“‹https://a.org/x›”后");
  CHECK(linked("https://a.org/を見る") == "‹https://a.org/›を見る");
  CHECK(linked("https://a.org/입니다") == "‹https://a.org/›입니다");
  CHECK(linked("见www.a.org。") == "见‹http://www.a.org›。");
  CHECK(linked("联系a@b.org。") == "联系‹mailto:a@b.org›。");
  CHECK(linked("https://a.org/\u3000文") == "‹https://a.org/›\u3000文");
}

TEST_CASE("trailing punctuation is no part of an address") {
  CHECK(linked("https://a.org/x.") == "‹https://a.org/x›.");
  CHECK(linked("https://a.org/x?!,:*_~'\"") == "‹https://a.org/x›?!,:*_~'\"");
  CHECK(linked("https://a.org/x&copy;") == "‹https://a.org/x›&copy;");
  CHECK(linked("https://a.org/x;") == "‹https://a.org/x›;");
  CHECK(linked("http://a;") == "‹http://a›;");
  CHECK(linked("http://a/&;") == "‹http://a/&›;");
  CHECK(linked("http://a;b;") == "‹http://a;b›;");
  CHECK(linked("a@b.org.") == "‹mailto:a@b.org›.");
}

TEST_CASE("parentheses belong to an address in pairs") {
  CHECK(linked("(https://a.org/x)") == "(‹https://a.org/x›)");
  CHECK(linked("https://a.org/(x)") == "‹https://a.org/(x)›");
  CHECK(linked("https://a.org/((x)") == "‹https://a.org/((x)›");
  CHECK(linked("https://a.org/(x)))") == "‹https://a.org/(x)›))");
  CHECK(linked("https://a.org/(x).)") == "‹https://a.org/(x)›.)");
}

TEST_CASE("what only looks like an address is text") {
  for (const char* text : {"https://",      "http:// a",
                           "ftp://a.org",   "xhttps://a.org",
                           "www.",          "www",
                           "awww.a.org",    "a@b",
                           "@a.org",        "a@@b.org",
                           "react@18.2.0",  "a@b.org-",
                           "https://a_b/x", "https://x.a_b.org",
                           "http://-a.org", "a:b",
                           "www..",         "https://。",
                           "http://.a",     "http://_.. a"}) {
    CHECK(linked(text) == text);
  }
}

TEST_CASE("several addresses stand in one text") {
  CHECK(linked("https://a.org www.b.org c@d.org") == "‹https://a.org› ‹http://www.b.org› ‹mailto:c@d.org›");
  CHECK(linked("https://a.org/www.b.org/c@d.org") == "‹https://a.org/www.b.org/c@d.org›");
}

TEST_CASE("bare addresses are written as links outside links, code and pictures") {
  CHECK(inline_html("https://a.org/?x&amp;y") ==
        "<a href=\"https://a.org/?x&amp;y\" rel=\"external noopener\">https://a.org/?x&amp;y</a>");
  CHECK(inline_html("a@b.org") == "<a href=\"mailto:a@b.org\">a@b.org</a>");
  CHECK(inline_html("`https://a.org/`") == "<code>https://a.org/</code>");
  CHECK(inline_html("[https://a.org/](https://b.org/)") ==
        "<a href=\"https://b.org/\" rel=\"external noopener\">https://a.org/</a>");
  CHECK(inline_html("![https://a.org/](b.png)") ==
        "<img src=\"{image b.png}\" alt=\"https://a.org/\" loading=\"lazy\" />");
  CHECK(inline_html("[[a|https://a.org/]]") == "{record a|https://a.org/}");
  CHECK(inline_html("https&#58;//a.org") == "<a href=\"https://a.org\" rel=\"external noopener\">https://a.org</a>");
}

TEST_CASE("texts that are all beginnings of addresses take linear time") {
  for (const char* unit :
       {"www.", "www.a_b.", "_www.", "http://", "http://_", "a@", "a@b", "https://a.org/)", "&a;", "@"}) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    const std::clock_t begin = std::clock();
    INFO(unit);
    CHECK(linked("(" + text).size() > text.size());
    CHECK(std::clock() - begin < CLOCKS_PER_SEC);
  }
}
