// Properties that hold for every text, tried on random ones; no network is needed.
#include <catch2/catch.hpp>

#include "markdown/cmark_rendering.h"
#include "markdown/random_text.h"
#include "markdown/rendering.h"

using namespace armillary;
using namespace armillary::markdown;

TEST_CASE("random documents without additions are as cmark writes them") {
  Options options;
  options.additions = false;
  RandomText random(kCommonMarkAlphabet, 1);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = random.next(40);
    INFO(text);
    REQUIRE(html_of(text, options) == cmark_html(text));
  }
}
