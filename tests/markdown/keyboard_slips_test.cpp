#include "markdown/keyboard_slips.h"

#include <catch2/catch.hpp>

#include "markdown/marked_places.h"

using namespace armillary;
using namespace armillary::markdown;

namespace {

std::string underscore(const std::string& text) {
  return "warning: '_" + text + "_' is shown with its underscores, for '_' marks nothing inside a word; write '*" +
         text + "*' [underscore-emphasis]";
}
std::string heading(const std::string& line, const std::string& hashes) {
  return "warning: '" + line + "' is shown as it stands; a heading begins with the half-width '" + hashes +
         "' [full-width-heading]";
}
std::string link(const std::string& text) {
  return "warning: '" + text +
         "' is shown as it stands; a link is written [text](address) in half-width brackets [full-width-link]";
}
const std::string kStars =
    "warning: '＊＊' is shown as it stands; write '**' in half width for emphasis [full-width-emphasis]";

}  // namespace

TEST_CASE("underscores within Chinese text are told of") {
  check_places("这是‹_重点_›吗", {underscore("重点")});
  check_places("‹_重点_›吗，又‹_强调_›的。\n> 再‹_说_›一", {underscore("重点"), underscore("强调"), underscore("说")});
  check_places("_重点_ a_b_c 文_a_文 `文_字_文` file_名 _ 文 _", {});
}

TEST_CASE("full-width headings are told of at the start of a paragraph") {
  check_places("‹＃› 标题", {heading("＃ 标题", "#")});
  check_places("a\n\n> ‹＃＃›　标题\n> 文", {heading("＃＃　标题", "##")});
  check_places("＃话题＃ 文\n\n文 ＃ 文\n\n`＃` 文", {});
}

TEST_CASE("full-width links are told of where an address follows") {
  check_places("见‹［文］（https://a.org/）›。", {link("［文］（https://a.org/）")});
  check_places("‹【文】(https://a.org/)› ‹[文]（/a）› ‹［文］(#b)›",
               {link("【文】(https://a.org/)"), link("[文]（/a）"), link("［文］(#b)")});
  check_places("［文］（注） 【文】（见下） [1]（注） ［文］ （https://a.org/） （https://a.org/）", {});
}

TEST_CASE("full-width stars in pairs are told of") {
  check_places("‹＊＊›强调＊＊文", {kStars});
  check_places("＊＊ ＊ 注", {});
}

TEST_CASE("references to footnotes that are not there are told of") {
  check_places("文‹[^a]› *b*‹[^注]› [^c]\n\n[^c]: d‹[^e]›\n",
               {"warning: no footnote '[^a]:' in this text; the brackets are shown as they stand [missing-footnote]",
                "warning: no footnote '[^注]:' in this text; the brackets are shown as they stand [missing-footnote]",
                "warning: no footnote '[^e]:' in this text; the brackets are shown as they stand [missing-footnote]"});
  check_places("\\[^a] `[^a]` [^a b] [^] [a^b]", {});
}

TEST_CASE("full-width hashes that could be no heading are text") {
  CHECK(diagnostics_of("＃＃＃＃＃＃＃ 标题\n").empty());  // seven
  CHECK(diagnostics_of("＃\n").empty());
  CHECK(diagnostics_of("＃标题\n").empty());
}
