#include "load/active_file.h"

#include <catch2/catch.hpp>

using namespace armillary;

namespace {

std::string in_svg(const std::string& inside) { return what_acts_in("a.svg", "<svg>" + inside + "</svg>"); }

}  // namespace

TEST_CASE("pictures of pixels, documents and plain text do nothing, whatever they hold") {
  for (const char* name : {"a.png", "a.JPG", "a.pdf", "a.b.txt", "a.zip"}) {
    CHECK(what_acts_in(name, "<script>").empty());
    CHECK(is_inert_by_name(name));
  }
  CHECK_FALSE(is_inert_by_name("a.svg"));
  CHECK_FALSE(is_inert_by_name("png"));
  CHECK(what_acts_in("notes", "plain words, 1 < 2").empty());
}

TEST_CASE("programs are told by their endings") {
  CHECK(what_acts_in("a.js", "") == "'.js' is the ending of programs");
  CHECK(what_acts_in("a.png.SVGZ", "") == "'.svgz' is the ending of programs");
}

TEST_CASE("a drawing of shapes, with links, styles and pictures of its own, is harmless") {
  CHECK(
      what_acts_in(
          "a.svg",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE svg>\n<!-- made by hand -->\n"
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox='0 0 1 1'><style>path { fill: url(#a) }</style>"
          "<g style=\"fill: red\"><path d=\"M0 0h1\"/><use xlink:href=\"#a\" /><a href=\"https://a.example/?b&amp;c\">"
          "<text>1 &lt; 2 &#x41;</text></a><image href=\"data:image/png;base64,AAAA\"/>"
          "<animate attributeName=\"x\" values=\"0;1\"/></g></svg>")
          .empty());
}

TEST_CASE("what runs, fetches or hides in a drawing is named") {
  CHECK(in_svg("<script>x</script>") == "it holds <script>");
  CHECK(in_svg("<a:SCRIPT/>") == "it holds <a:script>");
  CHECK(in_svg("<path onLoad='x'/>") == "it holds the event handler 'onload'");
  CHECK(in_svg("<foreignObject/>") == "it holds <foreignobject>");
  CHECK(in_svg("<a href=\"java\nscript:x\"/>") == "the address 'java\nscript:x' acts or fetches");
  CHECK(in_svg("<a href=\"https://a.example/&#58;\"/>") == "the address 'https://a.example/&#58;' acts or fetches");
  CHECK(in_svg("<image href=\"https://a.example/b.png\"/>") == "the address 'https://a.example/b.png' acts or fetches");
  CHECK(in_svg("<a href=\"data:text/html,x\"/>") == "the address 'data:text/html,x' acts or fetches");
  CHECK(in_svg("<set attributeName='href' to='x'/>") == "it animates an address");
  CHECK(in_svg("<style>@import 'a.css';</style>") == "a style fetches");
  CHECK(in_svg("<style>a { b: u\\72l(c) }</style>") == "a style fetches");
  CHECK(in_svg("<path style='fill: url(https://a.example/)'/>") == "a style fetches");
  CHECK(in_svg("<path fill='url( \"//a.example/\" )'/>") == "a style fetches");
}

TEST_CASE("markup that programs could read differently is refused") {
  CHECK(in_svg("<a title='</a><script>'/>") == "a value is not in quotation marks, or holds '<' or '>'");
  CHECK(in_svg("<a b=c\"d />") == "a value is not in quotation marks, or holds '<' or '>'");
  CHECK(in_svg("<!--><script>-->") == "it holds a comment with '<' or '>'");
  CHECK(in_svg("<![CDATA[x]]>") == "it holds '<!'");
  CHECK(in_svg("<?xml-stylesheet href='a.css'?>") == "it holds '<?'");
  CHECK(in_svg("1 < 2") == "it holds a '<' outside a tag");
  CHECK(in_svg("<path \"x\"/>") == "an attribute of <path> has no plain name");
  CHECK(what_acts_in("a.svg", "<svg") == "a tag is not closed");
  CHECK(what_acts_in("a.svg", "<!DOCTYPE svg [<!ENTITY a '<b>'>]><svg/>") == "it declares entities");
  CHECK(what_acts_in("a.svg", "<?xml version='1.0' encoding='UTF-7'?><svg/>") == "it is not in UTF-8");
  CHECK(what_acts_in("a.svg", std::string("<\0s\0", 4)) == "it is not in UTF-8");
}

TEST_CASE("a file without a known ending is looked into where a browser would take it for a page") {
  CHECK(what_acts_in("copy", "\n <script>") == "it holds <script>");
  CHECK(what_acts_in("copy.html", "<html><title>a</title><p>b</p></html>").empty());
}
