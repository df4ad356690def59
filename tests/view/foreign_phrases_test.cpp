#include "view/foreign_phrases.h"

#include <catch2/catch.hpp>

using namespace armillary;

namespace {

const Languages kLanguages = {{"zh", "zh-Hans", "中文", false},
                              {"en", "en", "English", false},
                              {"ar", "ar", "العربية", true},
                              {"ja", "ja", "日本語", false}};

std::string marked(const char* html, LanguageIndex page) { return ForeignScripts(kLanguages, page).mark(html); }

std::string zh(const std::string& text) { return "<span lang=\"zh-Hans\" dir=\"ltr\">" + text + "</span>"; }

}  // namespace

TEST_CASE("a phrase in the script of another language is marked with the first that writes it") {
  CHECK(marked("第三章", 1) == zh("第三章"));
  CHECK(marked("第三章", 2) == zh("第三章"));
  CHECK(marked("المادة", 1) == "<span lang=\"ar\" dir=\"rtl\">المادة</span>");
  CHECK(marked("カタカナ", 0) == "<span lang=\"ja\" dir=\"ltr\">カタカナ</span>");
  CHECK(marked("Chapter 3, 第三章.", 1) == "Chapter 3, " + zh("第三章") + ".");
}

TEST_CASE("wide punctuation inside a phrase belongs to it, before or after it stands outside") {
  CHECK(marked("《布莱切利宣言》和附注", 1) == "《" + zh("布莱切利宣言》和附注"));
  CHECK(marked("第三章，附注55", 1) == zh("第三章，附注") + "55");
  CHECK(marked("（a）", 1) == "（a）");
}

TEST_CASE("text that fits the page, or that no language of the site writes, stays as it is") {
  CHECK(marked("第三章", 0) == "第三章");
  CHECK(marked("第三章", 3) == "第三章");
  CHECK(marked("カタカナ", 3) == "カタカナ");
  CHECK(marked("Глава – p. 12", 1) == "Глава – p. 12");
  CHECK(marked("", 1).empty());
}

TEST_CASE("tags and phrases that are marked already stay as they are") {
  CHECK(marked("<a title=\"章\" href=\"x\">章</a>", 1) == "<a title=\"章\" href=\"x\">" + zh("章") + "</a>");
  const std::string done = zh("章");
  CHECK(marked(done.c_str(), 1) == done);
  CHECK(marked("<em>章</em>节", 1) == "<em>" + zh("章") + "</em>" + zh("节"));
}
