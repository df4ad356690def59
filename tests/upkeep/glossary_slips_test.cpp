#include "upkeep/glossary_slips.h"

#include <catch2/catch.hpp>
#include <string>

using namespace armillary;

namespace {

// English and Chinese; the avoided words of two terms.
Corpus corpus() {
  Corpus out;
  out.site.languages = {{"en", "en", "English"}, {"zh", "zh-Hans", "中文"}};
  Term tea;
  tea.label.set(0, "oolong");
  tea.label.set(1, "乌龙茶");
  tea.avoid = {{"wulong", "black dragon"}, {"青茶"}};
  out.glossary = {tea};
  return out;
}

std::string slips(LanguageIndex language, const std::string& text) {
  std::string out;
  for (const Slip& slip : Glossary(corpus()).find_slips(language, text))
    out += slip.avoided + ">" + slip.preferred + " ";
  return out;
}

}  // namespace

TEST_CASE("a word to avoid is told once, with the term to write") {
  CHECK(slips(0, "Wulong and wulong.") == "wulong>oolong ");
  CHECK(slips(0, "A black dragon, a wulong") == "wulong>oolong black dragon>oolong ");
  CHECK(slips(1, "这是青茶。") == "青茶>乌龙茶 ");
  CHECK(slips(1, "wulong") == "");
}

TEST_CASE("a Latin word to avoid is a whole word") {
  CHECK(slips(0, "wulongs, swulong") == "");
  CHECK(slips(0, "see [[wulong-tea]] and https://tea.example/wulong") == "");
}

TEST_CASE("what stands in quotation or title marks is another's words") {
  CHECK(slips(0, "called “wulong tea” there") == "");
  CHECK(slips(0, R"(called "wulong" there, and "black dragon")") == "");
  CHECK(slips(0, R"(the "tea" is wulong and not "black")") == "wulong>oolong ");
  CHECK(slips(1, "见《青茶谱》与“青茶”") == "");
  CHECK(slips(1, "《茶经》说青茶") == "青茶>乌龙茶 ");
  CHECK(slips(0, "[wulong](https://tea.example/)") == "wulong>oolong ");
}
