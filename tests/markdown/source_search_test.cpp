#include "markdown/source_search.h"

#include <catch2/catch.hpp>

using namespace armillary;
using namespace armillary::markdown;

namespace {

std::size_t found(const std::string& text, std::string_view piece) {
  const SourceFile file{"a.md", text};
  return SourceSearch(file, {0, static_cast<std::uint32_t>(text.size())}).find(piece).begin;
}

}  // namespace

TEST_CASE("a piece is found outside code and behind escapes") {
  CHECK(found("a `<b>` <b>", "<b>") == 8);
  CHECK(found("a ``<b>` `` <b>", "<b>") == 12);
  CHECK(found("a ` <b>", "<b>") == 4);
  CHECK(found("\\<b> <b>", "<b>") == 5);
  CHECK(found("\\`<b>`", "<b>") == 2);
  CHECK(found("\\\\<b>", "<b>") == 2);
}

TEST_CASE("pieces are found one behind the other") {
  const SourceFile file{"a.md", "x\n<b> <b>\n<b>"};
  SourceSearch search(file, {2, 9});
  CHECK(search.find("<b>").begin == 2);
  CHECK(search.find("<b>").begin == 6);
  const Span none = search.find("<b>");
  CHECK(none.begin == 2);
  CHECK(none.end == 9);
}

TEST_CASE("of a piece over several lines the first is looked for") {
  const SourceFile file{"a.md", "> a <b\n> c>"};
  SourceSearch search(file, {0, 11});
  const Span span = search.find("<b\nc>");
  CHECK(span.begin == 4);
  CHECK(span.end == 6);
}
