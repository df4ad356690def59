#include "base/text_check.h"

#include <unicode/uchar.h>
#include <unicode/utf.h>

#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "base/utf8.h"
#include "support/show_diagnostics.h"

using namespace armillary;

namespace {

struct Checked {
  bool passed = false;
  std::string reports;
};

Checked check(std::string text) {
  Diagnostics diagnostics;
  const bool passed = check_text({"a.md", std::move(text)}, diagnostics);
  return {passed, show(std::move(diagnostics))};
}

std::string character(char32_t c) {
  std::string out;
  append_code_point(out, c);
  return out;
}

// Two Chinese characters, the character under test, and a Latin letter.
std::string reports_on(char32_t c) { return check("line\n中文" + character(c) + "x").reports; }

}  // namespace

TEST_CASE("text of any script passes") {
  const std::string text =
      GENERATE("", "plain ASCII\twith a tab\n", "中文，标点。「引号」“弯引号”——破折号……\n",
               "Windows line ends\r\nare fine\r\n", "العربية", "Ελληνικά", "日本語テスト", "한국어",
               "e\u0301 combining", "葛\U000E0100 variant", "全角　空格", "∑ ≠ ½ ™ €", "\u0600\u0661 number sign");
  const Checked checked = check(text);
  CHECK(checked.passed);
  CHECK(checked.reports == "");
}

TEST_CASE("emoji pass with their joiners, modifiers and flags") {
  const std::string text =
      GENERATE("👨\u200D👩\u200D👧", "👩🏽\u200D💻", "🏳\uFE0F\u200D🌈", "❤\uFE0F\u200D🔥", "🇨🇳", "1\uFE0F\u20E3",
               "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F");
  const Checked checked = check(text);
  CHECK(checked.reports == "");
  CHECK(checked.passed);
}

TEST_CASE("joiners pass where a script needs them") {
  const std::string text = GENERATE("می\u200Cخواهم",   // Persian: the verb's prefix stays unjoined
                                    "क्\u200Dष",        // Devanagari: a half form
                                    "क्\u200Cष",        // Devanagari: a visible virama
                                    "ന്\u200D ",        // Malayalam: an old chillu at the end of a word
                                    "র\u200D্য",        // Bengali: ra and ya-phalaa
                                    "ශ්\u200Dරී ලංකා");  // Sinhala
  const Checked checked = check(text);
  CHECK(checked.reports == "");
  CHECK(checked.passed);
}

TEST_CASE("a joiner elsewhere is an error") {
  CHECK(reports_on(0x200C) ==
        "2:3-4: error: invisible character U+200C (zero width non-joiner) stands where no script needs it; delete it "
        "[joiner-out-of-place]\n");
  CHECK(reports_on(0x200D) ==
        "2:3-4: error: invisible character U+200D (zero width joiner) stands where no script needs it; delete it "
        "[joiner-out-of-place]\n");
  CHECK_FALSE(check("\u200Dabc").passed);
  CHECK_FALSE(check("می\u200C").passed);
  CHECK_FALSE(check("👩\u200Dabc").passed);
  CHECK_FALSE(check("می\u200Cab").passed);
}

TEST_CASE("zero-width characters are errors") {
  CHECK(reports_on(0x200B) ==
        "2:3-4: error: invisible character U+200B (zero width space); delete it [invisible-character]\n");
  CHECK(reports_on(0xFEFF) ==
        "2:3-4: error: invisible character U+FEFF (zero width no-break space); delete it [invisible-character]\n");
  CHECK(reports_on(0x2060) ==
        "2:3-4: error: invisible character U+2060 (word joiner); delete it [invisible-character]\n");
  CHECK(reports_on(0x00AD) ==
        "2:3-4: error: invisible character U+00AD (soft hyphen); delete it [invisible-character]\n");
  CHECK(reports_on(0x3164) ==
        "2:3-4: error: invisible character U+3164 (hangul filler); delete it [invisible-character]\n");
  CHECK(reports_on(0xE0041) ==
        "2:3-4: error: invisible character U+E0041 (tag latin capital letter a); delete it [invisible-character]\n");
}

TEST_CASE("letters without ink are errors, each of them") {
  for (const char32_t c : {0x115F, 0x1160, 0x3164, 0xFFA0}) {
    INFO(static_cast<unsigned>(c));
    CHECK(reports_on(c).find("[invisible-character]") != std::string::npos);
  }
}

TEST_CASE("the separator of Mongolian vowels passes within a Mongolian word only") {
  const std::string na = character(0x1828);
  const std::string a = character(0x1820);
  const std::string separator = character(0x180E);
  CHECK(check(na + separator + a).passed);
  for (const std::string& text : {na + separator, separator + a, "x" + separator + a, na + separator + "x"}) {
    INFO(text);
    CHECK(check(text).reports.find("[invisible-character]") != std::string::npos);
  }
}

TEST_CASE("tags pass behind a black flag only") {
  CHECK(check("葛\U000E0100\U000E0067").reports.find("[invisible-character]") != std::string::npos);
  CHECK(check("🏳\U000E0067").reports.find("[invisible-character]") != std::string::npos);
}

TEST_CASE("characters that change the direction of text are errors") {
  CHECK(reports_on(0x202E) ==
        "2:3-4: error: invisible character U+202E (right-to-left override) changes the direction of the text; delete "
        "it [bidirectional-control]\n");
  for (const char32_t c : {0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x2066, 0x2067, 0x2068, 0x2069}) {
    INFO(static_cast<unsigned>(c));
    CHECK(reports_on(c).find("[bidirectional-control]") != std::string::npos);
  }
}

TEST_CASE("control characters are errors") {
  CHECK(reports_on(0x07) == "2:3-4: error: control character U+0007; delete it [control-character]\n");
  CHECK(reports_on(0x00) == "2:3-4: error: control character U+0000; delete it [control-character]\n");
  CHECK(reports_on(0x7F) == "2:3-4: error: control character U+007F; delete it [control-character]\n");
  CHECK(reports_on(0x85) == "2:3-4: error: control character U+0085; delete it [control-character]\n");
}

TEST_CASE("a carriage return alone is an error") {
  CHECK(check("中\rb\r\n").reports ==
        "1:2-2: error: a carriage return that is not part of a line end; delete it, or save the file with Unix line "
        "ends [carriage-return]\n");
}

TEST_CASE("line and paragraph separators are errors") {
  CHECK(reports_on(0x2028) ==
        "2:3-4: error: U+2028 (line separator) in place of a line end; replace it by a line end [line-separator]\n");
  CHECK(reports_on(0x2029) ==
        "2:3-4: error: U+2029 (paragraph separator) in place of a line end; replace it by a line end "
        "[line-separator]\n");
}

TEST_CASE("private-use characters are errors") {
  CHECK(reports_on(0xE5E5) ==
        "2:3-4: error: private-use character U+E5E5, which looks different in every font; replace it by a character of "
        "Unicode [private-use-character]\n");
  CHECK_FALSE(check(character(0xF0000)).passed);
}

TEST_CASE("noncharacters are errors") {
  CHECK(reports_on(0xFFFE) == "2:3-4: error: U+FFFE is not a character; delete it [noncharacter]\n");
  CHECK_FALSE(check(character(0xFDD0)).passed);
  CHECK_FALSE(check(character(0x10FFFF)).passed);
  CHECK(check(character(0xFDF0)).passed);  // a letter again
}

TEST_CASE("a replacement character is a warning") {
  CHECK(reports_on(0xFFFD) ==
        "2:3-4: warning: U+FFFD stands where some program could not read a character; write the character that was "
        "lost [replacement-character]\n");
  CHECK(check("\uFFFD").passed);
}

TEST_CASE("a byte order mark at the start is an error of its own") {
  const Checked checked = check("\uFEFFtitle");
  CHECK_FALSE(checked.passed);
  CHECK(checked.reports ==
        "1:1-2: error: the file begins with a byte order mark; save it as UTF-8 without one [byte-order-mark]\n");
}

TEST_CASE("bytes that are not UTF-8 are reported once a line") {
  const Checked checked = check("标题\xFF\xFE\n好\n\xC0\xAF and \x80\n");
  CHECK_FALSE(checked.passed);
  CHECK(checked.reports ==
        "1:3-4: error: byte 0xFF does not belong to UTF-8 text; save the file as UTF-8 [not-utf-8]\n"
        "3:1-2: error: byte 0xC0 does not belong to UTF-8 text; save the file as UTF-8 [not-utf-8]\n");
}

TEST_CASE("text in another encoding is recognised") {
  // GB18030 of 标题
  CHECK(check("title: \xB1\xEA\xCC\xE2\n").reports ==
        "1:8-9: error: byte 0xB1 does not belong to UTF-8 text; save the file as UTF-8 (it seems to be GB18030 now) "
        "[not-utf-8]\n");
  const std::string utf16("\xFF\xFE\x07\x68", 4);
  CHECK(check(utf16).reports ==
        "1:1-2: error: byte 0xFF does not belong to UTF-8 text; save the file as UTF-8 (it is UTF-16 now) "
        "[not-utf-8]\n");
  const std::string big_endian("\xFE\xFF\x68\x07", 4);
  CHECK(check(big_endian).reports.find("(it is UTF-16 now)") != std::string::npos);
}

TEST_CASE("no more than twenty errors are reported for a file") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "\u200B";
  Diagnostics diagnostics;
  CHECK_FALSE(check_text({"a.md", text}, diagnostics));
  CHECK(diagnostics.all().size() == kMaxCharacterReports);
}

TEST_CASE("warnings do not hide errors") {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "\uFFFD";
  Diagnostics diagnostics;
  CHECK_FALSE(check_text({"a.md", text + "\u200B"}, diagnostics));
  CHECK(diagnostics.count(Severity::warning) == kMaxCharacterReports);
  CHECK(diagnostics.count(Severity::error) == 1);
}

TEST_CASE("the first forbidden character of a text is named") {
  CHECK(first_forbidden_character("标题\tand\n text") == "");
  CHECK(first_forbidden_character("标题\u200B\u202E") == "U+200B (zero width space)");
  CHECK(first_forbidden_character(std::string("a\0b", 3)) == "U+0000");
  CHECK_FALSE(is_forbidden_at("\t\n", 0));
  CHECK_FALSE(is_forbidden_at("\t\n", 1));
}

TEST_CASE("each character of the basic plane is forbidden or not by what Unicode says of it") {
  for (UChar32 c = 0; c <= 0xFFFF; ++c) {
    if (U_IS_SURROGATE(c) || c == '\t' || c == '\n') continue;
    const int32_t category = U_MASK(u_charType(c));
    const bool is_unseen =
        (category & (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0 &&
        u_hasBinaryProperty(c, UCHAR_PREPENDED_CONCATENATION_MARK) == 0;
    const bool is_blank_letter = c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    INFO(std::hex << c);
    const bool is_allowed = !(is_unseen || is_blank_letter || U_IS_UNICODE_NONCHAR(c));
    const std::string alone = character(static_cast<char32_t>(c));
    CHECK(first_forbidden_character(alone).empty() == is_allowed);
    CHECK(first_forbidden_character("中文，and English around, " + alone + ", and on, 中文。").empty() == is_allowed);
  }
}

TEST_CASE("any bytes are either passed or reported inside the text") {
  std::mt19937 random(20231101);
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<std::size_t> length(0, 24);
  for (int round = 0; round < 10'000; ++round) {
    SourceFile file{"a.md", std::string(length(random), ' ')};
    for (char& c : file.text) c = static_cast<char>(byte(random));
    Diagnostics diagnostics;
    const bool passed = check_text(file, diagnostics);
    REQUIRE(passed == !diagnostics.has_errors());
    REQUIRE((passed ? !find_malformed_utf8(file.text).has_value() : true));
    for (const Diagnostic& d : diagnostics.all()) REQUIRE(d.end_column >= d.column);
  }
}

TEST_CASE("a letter that looks Latin is told among Latin letters and in the name of a host") {
  const auto told = [](const std::string& text) {
    return check(text).reports.find("look-alike-letter") != std::string::npos;
  };
  CHECK(check("a p\u0430y").reports ==
        "1:4-5: warning: 'p\u0430y' holds U+0430 (cyrillic small letter a), which looks like a Latin letter; write "
        "'pay' in "
        "the letters of one script [look-alike-letter]\n");
  CHECK(told("\u0410BC"));
  CHECK(told("https://\u0430\u0440\u0440.example/"));
  CHECK_FALSE(told("\u0447\u0430\u0439 \u0438 \u041c\u043e\u0441\u043a\u0432\u0430."));  // Russian words
  CHECK_FALSE(told("\u0442\u043e\u0440.com"));                                           // т has no Latin twin
  CHECK_FALSE(told("\u03b1-test, \u03b1x, \u0394t and \u03bcg"));                        // terms of science
  CHECK_FALSE(told("3\u0430"));
  CHECK(told("\u13AAB"));         // Cherokee
  CHECK(told("\u2C9EB"));         // Coptic
  CHECK(told("\uA4EEB"));         // Lisu
  CHECK_FALSE(told("\u0417oo"));  // З looks like a digit
  CHECK_FALSE(told("\u0430.example, \u0430. \u0430"));
}
