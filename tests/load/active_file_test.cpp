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

TEST_CASE("signs that are no harm pass in a drawing") {
  CHECK(in_svg("<G ID='x_1.a-b' Data-x='1'\t>x</G>").empty());
  CHECK(in_svg("<path\nd='M0'\r\n/>").empty());
  CHECK(in_svg("<style/>").empty());
  CHECK(in_svg("<style>a { b: c }</style>").empty());
  CHECK(in_svg("<a href=\"http://a.example/\"/>").empty());
  CHECK(in_svg("<animate from='1' by='2'/>").empty());
  CHECK(what_acts_in("a.svg", "<?xml version='1.0'?><svg/>").empty());
  CHECK(what_acts_in("a.svg", "").empty());
  CHECK(what_acts_in("a", "").empty());
}

TEST_CASE("each attribute that can be an address is looked at") {
  for (const char* name :
       {"href", "src", "srcset", "action", "data", "background", "poster", "ping", "base", "manifest", "xlink:href"}) {
    INFO(name);
    CHECK(in_svg("<g " + std::string(name) + "='https://a.example/b'/>") ==
          "the address 'https://a.example/b' acts or fetches");
  }
  for (const char* name : {"to", "from", "by", "values"}) {
    INFO(name);
    CHECK(in_svg("<g " + std::string(name) + "='javascript:x'/>") == "it animates an address");
    CHECK(in_svg("<g " + std::string(name) + "='&#106;'/>") == "it animates an address");
  }
}

TEST_CASE("a style fetches in each way that styles have") {
  for (const char* style : {"b: url(", "b: url('", "b: image-set('a.png' 1x)", "b: expression(c)", "b: &#117;rl(c)"}) {
    INFO(style);
    CHECK(in_svg("<style>a { " + std::string(style) + " }</style>") == "a style fetches");
    CHECK(in_svg("<g style=\"" + std::string(style) + "\"/>") == "a style fetches");
  }
}

TEST_CASE("what breaks off in a drawing is refused") {
  CHECK(what_acts_in("a.svg", "<") == "it holds a '<' outside a tag");
  CHECK(what_acts_in("a.svg", "<svg a") == "a tag is not closed");
  CHECK(what_acts_in("a.svg", "<svg a=") == "a value is not in quotation marks, or holds '<' or '>'");
  CHECK(what_acts_in("a.svg", "<svg a='b") == "a value is not in quotation marks, or holds '<' or '>'");
  CHECK(what_acts_in("a.svg", "<!-- a") == "it holds a comment with '<' or '>'");
  CHECK(what_acts_in("a.svg", "<?xml version='1.0'") == "it is not in UTF-8");
  CHECK(what_acts_in("a.svg", "<?xml") == "it holds '<?'");
  CHECK(what_acts_in("a.svg", "<style") == "a tag is not closed");
  CHECK(what_acts_in("a.html", "<p hidden>a</p>").empty());  // an attribute without a value
  CHECK(what_acts_in("a.html", "<script on=x>") == "it holds <script>");
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
  CHECK(what_acts_in("a.svg", "<svg>\xFF</svg>") == "it is not in UTF-8");
  CHECK(what_acts_in("a.svg", std::string("<\0s\0", 4)) == "it is not in UTF-8");
}

TEST_CASE("a file without a known ending is looked into where a browser would take it for a page") {
  CHECK(what_acts_in("copy", "\n <script>") == "it holds <script>");
  CHECK(what_acts_in("copy.html", "<html><title>a</title><p>b</p></html>").empty());
}
