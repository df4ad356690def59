#include "view/script_language.h"

#include <catch2/catch.hpp>

using namespace armillary;

namespace {

const Languages kLanguages = {{"zh", "zh-Hans", "中文", false},
                              {"en", "en", "English", false},
                              {"ar", "ar", "العربية", true},
                              {"ja", "ja", "日本語", false}};

// The key of the language that the text is marked with on a page of this language.
std::string marked(const char* text, LanguageIndex page) {
  const auto found = foreign_language_of(text, kLanguages, page);
  return found ? kLanguages[*found].key : "";
}

}  // namespace

TEST_CASE("a text in the script of another language is marked with the first that writes it") {
  CHECK(marked("第三章", 1) == "zh");
  CHECK(marked("第三章", 2) == "zh");
  CHECK(marked("المادة", 1) == "ar");
  CHECK(marked("カタカナ", 0) == "ja");
  CHECK(marked("Chapter 3, 第三章", 1) == "zh");
}

TEST_CASE("a text that fits the page, or that no language of the site writes, is not marked") {
  CHECK(marked("第三章", 0) == "");
  CHECK(marked("第三章", 3) == "");
  CHECK(marked("カタカナ", 3) == "");
  CHECK(marked("Глава", 1) == "");
  CHECK(marked("p. 12", 2) == "");
  CHECK(marked("12–14", 1) == "");
  CHECK(marked("", 1) == "");
}
