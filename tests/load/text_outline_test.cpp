#include "load/text_outline.h"

#include <catch2/catch.hpp>

#include "markdown/parse_markdown.h"

using namespace armillary;

namespace {

const std::string kText =
    "Words [[puer]], [[sencha#steeping|how *long*]] and [@book, p. 3; @essay].\n\n"
    "## Steeping\n\n[a file](leaf.pdf) ![a leaf](leaf.png) [above](../x/)\n\n"
    "```view table kinds=tea sort=hue\n```\n\n## Words\n\nA note[^1].\n\n[^1]: Here.\n";

markdown::Document parse(const std::string& text) {
  const SourceFile file{"a.md", text};
  Diagnostics diagnostics;
  const markdown::Options options{.id_prefix = "", .additions = true, .heading_shift = 0, .plain_text = false};
  auto out = markdown::parse_markdown(file, {0, static_cast<std::uint32_t>(text.size())}, options, diagnostics);
  CHECK(diagnostics.all().empty());
  return out;
}

std::string outline(const std::string& text) { return outline_of(parse(text)); }

bool same(const std::string& one, const std::string& other) { return look_the_same(outline(one), outline(other)); }

}  // namespace

TEST_CASE("an outline has every link with its place and every heading's id") {
  const markdown::Document whole = parse(kText);
  const auto document = document_of_outline(outline_of(whole));
  REQUIRE(document);
  REQUIRE(document->gaps.size() == 7);
  const auto& first = std::get<markdown::RecordLink>(document->gaps[0].filling);
  CHECK(first.id.value == "puer");
  CHECK(kText.substr(first.id.span.begin, first.id.span.end - first.id.span.begin) == "puer");
  const auto& second = std::get<markdown::RecordLink>(document->gaps[1].filling);
  CHECK(second.id.value == "sencha");
  CHECK(second.anchor == "steeping");
  CHECK(second.label_html.empty());
  const auto& citation = std::get<markdown::Citation>(document->gaps[2].filling);
  REQUIRE(citation.works.size() == 2);
  CHECK(citation.works[1].id.value == "essay");
  CHECK(kText.substr(citation.works[1].id.span.begin, 5) == "essay");
  CHECK(std::get<markdown::RelativeAddress>(document->gaps[3].filling).address.value == "leaf.pdf");
  CHECK(std::get<markdown::RelativeAddress>(document->gaps[4].filling).is_image);
  CHECK(std::get<markdown::RelativeAddress>(document->gaps[5].filling).address.value == "../x/");
  const auto& view = std::get<markdown::EmbeddedView>(document->gaps[6].filling);
  CHECK(view.name.value == "table");
  REQUIRE(view.arguments.size() == 2);
  CHECK(view.arguments[1].first.value == "sort");
  CHECK(kText.substr(view.arguments[1].second.span.begin, 3) == "hue");
  REQUIRE(document->headings.size() == whole.headings.size());
  CHECK(document->headings[0].id == whole.headings[0].id);
  CHECK(outline_of(*document) == outline_of(whole));
}

TEST_CASE("words, labels, locators and places are nothing that others see") {
  CHECK(same("Some words.", "\n\nOther words, and `code`[^1].\n\n[^1]: A note.\n"));
  CHECK(same("See [[puer]].", "Words before it: [[puer|another label]]."));
  CHECK(same("[@book, p. 3]", "So it is [@book]."));
  CHECK(same("## Steeping\n", "Words.\n\n### Steeping\n\nMore.\n"));
}

TEST_CASE("every link, what it leads to and every heading are something that others see") {
  const std::string text = kText;
  const auto differs = [&](const std::string& from, const std::string& to) {
    std::string other = text;
    const std::size_t at = other.find(from);
    REQUIRE(at != std::string::npos);
    other.replace(at, from.size(), to);
    CHECK_FALSE(same(text, other));
  };
  differs("[[puer]]", "it");
  differs("[[puer]]", "[[assam]]");
  differs("#steeping", "#words");
  differs("#steeping", "");
  differs("@essay", "@paper");
  differs("; @essay", "");
  differs("leaf.pdf", "leaves.pdf");
  differs("![a leaf]", "[a leaf]");
  differs("../x/", "../y/");
  differs("sort=hue", "sort=leaf");
  differs("view table", "view timeline");
  differs("## Steeping", "## Brewing");
  differs("## Words\n", "\n");
}

TEST_CASE("no text is not the same as a text without links") {
  CHECK(look_the_same("", ""));
  CHECK_FALSE(look_the_same("", outline("Words.")));
  CHECK_FALSE(look_the_same(outline("Words."), ""));
}

TEST_CASE("other bytes are no outline") {
  const std::string whole = outline(kText);
  for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(document_of_outline(whole.substr(0, size)));
  CHECK_FALSE(document_of_outline(whole + '\0'));
  CHECK_FALSE(document_of_outline("\x01\x09"));
  CHECK_FALSE(look_the_same("broken", "broken"));
}
