// Every slip: what an editor wrote, and the whole of what is reported.
#include "yaml/yaml_lint.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "yaml/reading.h"
#include "yaml/yaml_messages.h"

using namespace armillary;

namespace {

struct Slip {
  std::string text;
  std::string reports;
};

std::string colon_report(const std::string& place, const std::string& key) {
  return place + ": error: full-width colon '：' behind '" + key + "'; write '" + key +
         ": ' with a space [fullwidth-colon]\n";
}

std::string comma_report(const std::string& place, const std::string& mark = "，") {
  return place + ": error: full-width '" + mark + "' between items; write ', ', or put the item in quotes if '" + mark +
         "' is part of it [fullwidth-comma]\n";
}

std::string quote_report(const std::string& place, const std::string& mark) {
  return place + ": error: '" + mark +
         "' is not a quotation mark of YAML; write '\"' at both ends, or put the whole text in '\"' if the marks are "
         "part "
         "of it [fullwidth-quote]\n";
}

std::string space_report(const std::string& place) {
  return place +
         ": error: full-width space; write an ordinary space, or put the text in quotes if the space is part of it "
         "[fullwidth-space]\n";
}

std::string bracket_report(const std::string& place, const std::string& wide, const std::string& narrow) {
  return place + ": error: full-width bracket '" + wide + "'; write '" + narrow +
         "', or put the text in quotes if the brackets are part of it [fullwidth-bracket]\n";
}

std::string hash_report(const std::string& place) {
  return place +
         ": error: '＃' does not begin a comment; write '#', or put the text in quotes if '＃' is part of it "
         "[fullwidth-hash]\n";
}

std::string below_value_report(const std::string& place, const std::string& key) {
  return place + ": error: '" + key +
         "' cannot be a key here because the value above has begun already; indent it like the key above, or put the "
         "whole value in quotes [yaml-key-below-value]\n";
}

std::string text_after_quote_report(const std::string& place, const std::string& inside) {
  return place + ": error: text after the closing quote; put the whole value in quotes, with " + inside +
         " for each quote inside [yaml-text-after-quote]\n";
}

const std::string kTabText = ": error: tab in the indentation; YAML allows only spaces there [yaml-tab]\n";
const std::string kEmptyKeyText = ": error: nothing stands before ':'; write a key there [yaml-empty-key]\n";

std::vector<Slip> full_width_slips() {
  return {
      // the colon behind a key
      {"title：标题\nsummary: x", colon_report("1:6-7", "title")},
      {"kind: law\n标题：甲", colon_report("2:3-4", "标题")},
      {"a:\n  zh：宣言\n  en: Declaration", colon_report("2:5-6", "zh")},
      {"- title：标题\n  date: 2023", colon_report("1:8-9", "title")},
      {"a: 1\nb： c: d", colon_report("2:2-3", "b") +
                             "2:4-8: error: ': ' in a value without quotes; write \"c: d\" [yaml-colon-in-value]\n"},
      {"a: {zh：宣言, en: x}", colon_report("1:7-8", "zh")},
      // the comma between items
      {"to: [oecd，g7]", comma_report("1:10-11")},
      {"to: [a, b，c]", comma_report("1:10-11")},
      {"to: [a， b，c d]", comma_report("1:7-8") + comma_report("1:10-11")},
      {"to: [oecd、g7；g20]", comma_report("1:10-11", "、") + comma_report("1:13-14", "；")},
      {"a: {zh：宣言， en: x}", colon_report("1:7-8", "zh") + comma_report("1:10-11")},
      {"a: {甲，乙: x}", ""},
      {"a: {zh: 宣言、en: x}", comma_report("1:11-12", "、")},
      {"作者: [张三，李四]",
       "1:6-11: warning: '张三，李四' is one item; write ', ' between items, or put it in quotes if it is one "
       "[fullwidth-comma-in-item]\n"},
      {"作者: [张三、李四]",
       "1:6-11: warning: '张三、李四' is one item; write ', ' between items, or put it in quotes if it is one "
       "[fullwidth-comma-in-item]\n"},
      {"词: [安全、可信与公平的人工智能]", ""},
      {"a: {zh: 宣言， en: x}", comma_report("1:11-12")},
      {"a: {zh: 共商，共建，en: x}", comma_report("1:14-15")},
      // quotes
      {"“题”: x", quote_report("1:1-4", "“")},
      {"＂题＂: x", quote_report("1:1-4", "＂")},
      {"a: {“题”: x}", quote_report("1:5-8", "“")},
      {"to: [“甲”, b, ‘c’]", quote_report("1:6-9", "“") + quote_report("1:14-17", "‘")},
      {"a: “甲: 乙”", quote_report("1:4-10", "“")},
      {"a: {b: “甲, 乙”}", quote_report("1:8-14", "“")},
      {"a: ＂甲＂", quote_report("1:4-7", "＂")},
      {"a: ＇甲＇", quote_report("1:4-7", "＇")},
      {"题: \"甲”\nb: c",
       "1:4-7: error: the text begins with '\"' but ends with '”'; write '\"' at both ends [mixed-quotes]\n"},
      {"题: “甲\"",
       "1:4-7: error: the text begins with '“' but ends with '\"'; write '\"' at both ends [mixed-quotes]\n"},
      // spaces
      {"　a: b\nc: d", space_report("1:1-2")},
      {"a: b\n 　 c\n　　d\ne: f", space_report("2:2-3")},
      {"标题:　甲\nb: c", space_report("1:4-5")},
      {"a: 　甲", space_report("1:4-5")},
      {"a: [　b,　c]", space_report("1:5-6") + space_report("1:8-9")},
      {"a:\n  -　b\n  - c", space_report("2:4-5")},
      // brackets
      {"题: ［a, b］", bracket_report("1:4-5", "［", "[")},
      {"题: 【中国，美国】", bracket_report("1:4-5", "【", "[")},
      {"题: ［oecd］", bracket_report("1:4-5", "［", "[")},
      {"题: ｛zh: 宣言｝", bracket_report("1:4-5", "｛", "{")},
      {"题: 【甲]", bracket_report("1:4-5", "【", "[")},
      {"题: [甲, 乙】\nb: c", bracket_report("1:9-10", "】", "]")},
      {"题: [甲,\n  乙］\nb: c", bracket_report("2:4-5", "］", "]")},
      // list marks
      {"a:\n  － b\n  － c",
       "2:3-4: error: '－' does not make a list item; write '- ' [fullwidth-dash]\n"
       "3:3-4: error: '－' does not make a list item; write '- ' [fullwidth-dash]\n"},
      {"a:\n  - b\n  —　c", "3:3-4: error: '—' does not make a list item; write '- ' [fullwidth-dash]\n"},
      {"a:\n  – b\n  – c",
       "2:3-4: error: '–' does not make a list item; write '- ' [fullwidth-dash]\n"
       "3:3-4: error: '–' does not make a list item; write '- ' [fullwidth-dash]\n"},
      // comments
      {"＃ 注释\na: b", hash_report("1:1-2")},
      {"a: b\n＃注释\nc: d", hash_report("2:1-2")},
      {"题: 甲 ＃ 注释", hash_report("1:6-7")},
  };
}

std::vector<Slip> line_slips() {
  return {
      {"标题: abc\n\tb: x\n\tc: y\nd: e", "2:1-2" + kTabText},
      {"a:\n  \tb: c", "2:3-4" + kTabText},
      {"-\ta: b", "1:2-3" + kTabText},
      {"a:\n    b: 1\n  甲: 2\nd: 3",
       "3:3-7: error: an indentation of 2 fits none of the lines above, which have 0 or 4 [yaml-indentation]\n"},
      {"a: 'b'\n  c: d\n  e: f\n\nx: 'y'\n  z: 1",
       "2:3-7: error: an indentation of 2 fits none of the lines above, which have 0 [yaml-indentation]\n"
       "6:3-7: error: an indentation of 2 fits none of the lines above, which have 0 [yaml-indentation]\n"},
      {" a: 1\n甲: 2\nc: 3",
       "2:1-5: error: this line stands further left than the first one; give all top lines the same indentation "
       "[yaml-left-of-first]\n"},
      {"'abc'\n甲: c",
       "2:1-5: error: the value above fills the whole file, so that nothing can follow it [yaml-after-end]\n"},
      {"标题: a\n  副题: c\n  d: e\nf: g", below_value_report("2:3-6", "副题")},
      {"a:\n  first line\n  second: x", below_value_report("3:3-10", "second")},
      {"a: 1\n 甲 乙 # c\nb: 2", ""},
      {"a: 1\n甲 乙 # c\nb: 2", "2:1-4: error: expected 'key: value', found '甲 乙' [yaml-expected-key]\n"},
      {"标题:值\nb: c", "1:3-4: error: no space after the colon of '标题'; write '标题: 值' [yaml-missing-space]\n"},
      {"a: b\nkey:value", "2:4-5: error: no space after the colon of 'key'; write 'key: value' [yaml-missing-space]\n"},
      {"a: {zh:宣言, b: c}", "1:7-8: error: no space after the colon of 'zh'; write 'zh: 宣言' [yaml-missing-space]\n"},
      {"\"键\":值\nb: c",
       "1:4-5: error: no space after the colon of '\"键\"'; write '\"键\": 值' [yaml-missing-space]\n"},
      {"a:\n  - b\n  丙\n  - c",
       "3:3-4: error: this line stands among list items but does not begin with '- ' [yaml-missing-dash]\n"},
      {"a:\n  - b\n  -丙", "3:3-5: error: no space after '-'; write '- 丙' [yaml-missing-dash-space]\n"},
      {"a:\n- x\nb: c\n- 甲",
       "4:1-4: error: a list item stands among keys; indent it below the key it belongs to [yaml-list-among-keys]\n"},
      {"标题: - x",
       "1:5-8: error: a list cannot begin on its key's line; begin it on the next line, or put the value in quotes if "
       "it "
       "is text [yaml-list-on-key-line]\n"},
      {"a:\n  - 甲\n   - b",
       "3:4-7: warning: this line goes on with the text above although it begins with '- '; align it with the list, or "
       "put the text in quotes [yaml-dash-in-text]\n"},
      {"题: |甲\nb: c",
       "1:4-6: error: '|' begins a block of text on the lines below, so that nothing can follow it here; put the value "
       "in quotes if '|' is part of it [yaml-block-text]\n"},
      {"题: > 5",
       "1:4-7: error: '>' begins a block of text on the lines below, so that nothing can follow it here; put the value "
       "in quotes if '>' is part of it [yaml-block-text]\n"},
      {"a: >--\n  b",
       "1:4-7: error: '>' begins a block of text on the lines below, so that nothing can follow it here; put the value "
       "in quotes if '>' is part of it [yaml-block-text]\n"},
      {"a: |\n    甲\n  乙\nb: c",
       "3:3-4: error: this line is indented less than the first line of its block of text; indent it by 4 spaces "
       "[yaml-block-indentation]\n"},
  };
}

std::vector<Slip> quote_and_bracket_slips() {
  return {
      {"标题: 甲: 乙 # 注\nb: c",
       "1:5-9: error: ': ' in a value without quotes; write \"甲: 乙\" [yaml-colon-in-value]\n"},
      {"a: say \"x\": it's",
       "1:4-17: error: ': ' in a value without quotes; write 'say \"x\": it''s' [yaml-colon-in-value]\n"},
      {"a: 甲:\nb: c", "1:4-6: error: ': ' in a value without quotes; write \"甲:\" [yaml-colon-in-value]\n"},
      {"a: a text of more than sixty characters: what is too long to read is cut off",
       "1:4-77: error: ': ' in a value without quotes; write \"a text of more than sixty characters: what is too long "
       "to re...\" [yaml-colon-in-value]\n"},
      {"a: \"甲\": 乙", "1:4-10: error: ': ' in a value without quotes; write '\"甲\": 乙' [yaml-colon-in-value]\n"},
      {"a: {甲: 乙: 丙}", "1:8-12: error: ': ' in a value without quotes; write \"乙: 丙\" [yaml-colon-in-value]\n"},
      {"标题: \"甲\nb: \"c\"",
       "1:5-6: error: this quote is never closed; write \" at the end of the text [yaml-unclosed-quote]\n"},
      {"标题: '甲\n  b: c\n",
       "1:5-6: error: this quote is never closed; write ' at the end of the text [yaml-unclosed-quote]\n"},
      {"a: {甲: '乙\nc: 'd'",
       "1:8-9: error: this quote is never closed; write ' at the end of the text [yaml-unclosed-quote]\n"},
      {"标题: 'it's fine'", text_after_quote_report("1:9-16", "''")},
      {"标题: \"甲\" 乙 # 注", text_after_quote_report("1:9-14", "\\\"")},
      {"a: [\"甲\" 乙, c]", text_after_quote_report("1:9-10", "\\\"")},
      {"标题: [甲, 乙\nb: c",
       "1:5-6: error: '[' is never closed; write ']' behind the last item [yaml-unclosed-bracket]\n"},
      {"标题: {甲: [乙, 丙]\n",
       "1:5-6: error: '{' is never closed; write '}' behind the last item [yaml-unclosed-bracket]\n"},
      {"a:\n  - [甲,\n     乙\n  - c",
       "2:5-6: error: '[' is never closed; write ']' behind the last item [yaml-unclosed-bracket]\n"},
      {"标题: [甲,\n 乙}\nb: c", "2:3-4: error: '}' cannot close the '[' of line 1; write ']' [yaml-wrong-bracket]\n"},
      {"标题: ] 甲", "1:5-6: error: ']' closes nothing; put the value in quotes if it is text [yaml-stray-bracket]\n"},
      {"标题: [原文] 译文",
       "1:10-12: error: text after the closing ']'; put the whole value in quotes if it is text "
       "[yaml-text-after-bracket]\n"},
      {"a: {甲: \"乙\", 丙: \"丁\": 戊}",
       "1:19-20: error: a second ':' in one entry; write ',' between the entries, or put the value in quotes "
       "[yaml-missing-comma]\n"},
      {"a: [甲, , 乙]",
       "1:8-9: error: nothing stands before this comma; remove it, or write the item [yaml-empty-item]\n"},
      {"a: [- 甲, b]", "1:5-6: error: '- ' inside brackets; part the items by commas [yaml-dash-in-brackets]\n"},
      {"题: @甲\nb: `c`\nd: %e\nf: [@g, |h]\ni: ,j\nk: ? l",
       "1:4-5: error: a text cannot begin with '@'; put it in quotes [yaml-reserved-start]\n"
       "2:4-5: error: a text cannot begin with '`'; put it in quotes [yaml-reserved-start]\n"
       "3:4-5: error: a text cannot begin with '%'; put it in quotes [yaml-reserved-start]\n"
       "4:5-6: error: a text cannot begin with '@'; put it in quotes [yaml-reserved-start]\n"
       "4:9-10: error: a text cannot begin with '|'; put it in quotes [yaml-reserved-start]\n"
       "5:4-5: error: a text cannot begin with ','; put it in quotes [yaml-reserved-start]\n"
       "6:4-5: error: a text cannot begin with '?'; put it in quotes [yaml-reserved-start]\n"},
      {"a: [:b, c]\nd: {:e}\nf: {g: ::h}\ni: :j\n",  // outside of brackets it may
       "1:5-6: error: a text cannot begin with ':'; put it in quotes [yaml-reserved-start]\n"
       "2:5-6: error: a text cannot begin with ':'; put it in quotes [yaml-reserved-start]\n"
       "3:8-9: error: a text cannot begin with ':'; put it in quotes [yaml-reserved-start]\n"},
      {"标题: 第 #5 期",
       "1:7-11: warning: '#5 期' is taken as a comment; put the whole value in quotes if it is text "
       "[yaml-comment-in-value]\n"},
      {"题: \"\\d+\"\nb: \"C:\\甲\"",
       "1:5-7: error: '\\d' is not an escape of YAML; write '\\\\' for a backslash, or put the text in single quotes "
       "[yaml-escape]\n"
       "2:7-9: error: '\\甲' is not an escape of YAML; write '\\\\' for a backslash, or put the text in single quotes "
       "[yaml-escape]\n"},
      {"题: \"\\xZ1\\u12\"",
       "1:5-7: error: '\\x' is not an escape of YAML; write '\\\\' for a backslash, or put the text in single quotes "
       "[yaml-escape]\n"
       "1:9-11: error: '\\u' is not an escape of YAML; write '\\\\' for a backslash, or put the text in single quotes "
       "[yaml-escape]\n"},
      {"题: \"\\uD83D\\uDE00\"",
       "1:5-11: error: '\\uD83D' is half a character; write the character itself [yaml-half-character]\n"
       "1:11-17: error: '\\uDE00' is half a character; write the character itself [yaml-half-character]\n"},
      {"题: \"\\u200B\"",
       "1:4-12: error: an escape in this text makes the character U+200B (zero width space), which is "
       "not allowed [yaml-escaped-character]\n"},
      {"题: \"\\N\\0\"",
       "1:4-10: error: an escape in this text makes the character U+0085, which is not allowed "
       "[yaml-escaped-character]\n"},
  };
}

std::vector<Slip> refused_parts() {
  return {
      {"a: 1\nb: 2\n\"a\": 3",
       "3:1-4: error: key 'a' stands twice in this mapping, first on line 1; keep one of the two [duplicate-key]\n"},
      {"x: {题: 1, b: 2, 题: 3}",
       "1:17-18: error: key '题' stands twice in this mapping, first on line 1; keep one of the two [duplicate-key]\n"},
      {"题: &base 甲\nb: [&c]",
       "1:4-9: error: '&base' makes an anchor, and anchors are not allowed; repeat the value where it is needed, or "
       "put "
       "it in quotes if '&' is part of the text [yaml-anchor]\n"
       "2:5-7: error: '&c' makes an anchor, and anchors are not allowed; repeat the value where it is needed, or put "
       "it "
       "in quotes if '&' is part of the text [yaml-anchor]\n"},
      {"题: *base\nb: *强调* 甲\nc: {*d : e}",
       "1:4-9: error: '*base' refers to an anchor, and anchors are not allowed; write the value itself, or put it in "
       "quotes if '*' is part of the text [yaml-alias]\n"
       "2:4-8: error: '*强调*' refers to an anchor, and anchors are not allowed; write the value itself, or put it in "
       "quotes if '*' is part of the text [yaml-alias]\n"
       "3:5-7: error: '*d' refers to an anchor, and anchors are not allowed; write the value itself, or put it in "
       "quotes "
       "if '*' is part of the text [yaml-alias]\n"},
      {"题: !t 甲\nb: !!str c",
       "1:4-6: error: '!t' is a tag, and tags are not allowed because the schema says what a value is; put the value "
       "in "
       "quotes if '!' is part of the text [yaml-tag]\n"
       "2:4-9: error: '!!str' is a tag, and tags are not allowed because the schema says what a value is; put the "
       "value "
       "in quotes if '!' is part of the text [yaml-tag]\n"},
      {"&a b: c",
       "1:1-3: error: '&a' makes an anchor, and anchors are not allowed; repeat the value where it is needed, or put "
       "it "
       "in quotes if '&' is part of the text [yaml-anchor]\n"},
      {"a: {<<: b}", "1:5-7: error: '<<' merges mappings, which is not allowed; write the keys out [yaml-merge-key]\n"},
      {"%YAML 1.2\na: b",
       "1:1-10: error: a line that begins with '%' is a directive, which is not allowed; remove it [yaml-directive]\n"},
      {"题: b\n---\nc: d: e",
       "2:1-4: error: a second document begins here, and a file holds one; remove this line [yaml-second-document]\n"},
      {"题: b\n...\nc: d",
       "3:1-5: error: a second document begins here, and a file holds one; remove this line [yaml-second-document]\n"},
      {"? 题\n: b",
       "1:1-2: error: '? ' begins a key of several lines, which is not allowed; write 'key: value' "
       "[yaml-explicit-key]\n"
       "2:1-2" +
           kEmptyKeyText},
      {"题: 1\n: b", "2:1-2" + kEmptyKeyText},
      {"a: {: b}", "1:5-6" + kEmptyKeyText},
      {"[甲]: b", "1:1-4: error: a key must be text, found a list [yaml-key-not-text]\n"},
      {"a: {{b: c}: d}", "1:5-11: error: a key must be text, found a mapping [yaml-key-not-text]\n"},
      {"a: {[b]: c}", "1:5-8: error: a key must be text, found a list [yaml-key-not-text]\n"},
      {"--- 甲: 乙",
       "1:6-6: error: this cannot be read as YAML; look here and on the line above for a missing quote, bracket, comma "
       "or space after a colon [yaml-syntax]\n"},
  };
}

std::vector<Slip> all_slips() {
  std::vector<Slip> all;
  for (const auto& some : {full_width_slips(), line_slips(), quote_and_bracket_slips(), refused_parts()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

}  // namespace

TEST_CASE("each slip is reported at its place in a sentence of its own") {
  for (const Slip& slip : all_slips()) {
    const Reading reading = read_text(slip.text);
    INFO(slip.text);
    CHECK(reading.reports == slip.reports);
    CHECK((reading.root.has_value() || slip.reports.find(": error: ") != std::string::npos));
  }
}

TEST_CASE("every message about YAML's syntax occurs in a test") {
  std::string all_reports;
  for (const Slip& slip : all_slips()) all_reports += slip.reports;
  const std::vector<const Message*> tested_elsewhere{&kYamlTooDeep,  &kYamlTooManyNodes, &kExpectedMapping,
                                                     &kExpectedText, &kExpectedList,     &kExpectedBoolean,
                                                     &kMissingKey,   &kUnknownKey,       &kMoreUnknownKeys};
  for (const Message* message : kYamlMessages) {
    if (std::count(tested_elsewhere.begin(), tested_elsewhere.end(), message) > 0) continue;
    INFO(message->code);
    CHECK(all_reports.find(fmt::format("[{}]\n", message->code)) != std::string::npos);
  }
}

TEST_CASE("codes are unique") {
  std::vector<std::string_view> codes;
  for (const Message* message : kYamlMessages) codes.push_back(message->code);
  std::sort(codes.begin(), codes.end());
  CHECK(std::adjacent_find(codes.begin(), codes.end()) == codes.end());
}

TEST_CASE("one broken line does not hide the others") {
  const std::string text =
      "title：标题\n"
      "summary: 一: 二\n"
      "to: [oecd，g7\n"
      "kind: \"law\n"
      "events:\n"
      "  - date: 2023\n"
      "    type:adopted\n"
      "  － date: 2024\n"
      "note: @x\n"
      "kind: y\n";
  const std::string expected =
      colon_report("1:6-7", "title") +
      "2:10-14: error: ': ' in a value without quotes; write \"一: 二\" [yaml-colon-in-value]\n"
      "3:5-6: error: '[' is never closed; write ']' behind the last item [yaml-unclosed-bracket]\n" +
      comma_report("3:10-11") +
      "4:7-8: error: this quote is never closed; write \" at the end of the text [yaml-unclosed-quote]\n"
      "7:9-10: error: no space after the colon of 'type'; write 'type: adopted' [yaml-missing-space]\n"
      "8:3-4: error: '－' does not make a list item; write '- ' [fullwidth-dash]\n"
      "9:7-8: error: a text cannot begin with '@'; put it in quotes [yaml-reserved-start]\n"
      "10:1-5: error: key 'kind' stands twice in this mapping, first on line 4; keep one of the two "
      "[duplicate-key]\n";
  CHECK(read_text(text).reports == expected);
}

TEST_CASE("a key that stands twice is found among few keys and among many") {
  for (const std::size_t count : {1, 2, 15, 16, 17, 18, 40, 300}) {
    for (const std::size_t twice : {std::size_t{1}, (count + 1) / 2, count}) {
      std::string text;
      for (std::size_t i = 1; i <= count; ++i) text += "a key " + std::to_string(i) + ": x\n";
      const std::string key = "a key " + std::to_string(twice);
      const auto report = [&](std::size_t line) {
        return std::to_string(line) + ":1-" + std::to_string(key.size() + 1) + ": error: key '" + key +
               "' stands twice in this mapping, first on line " + std::to_string(twice) +
               "; keep one of the two [duplicate-key]\n";
      };
      CHECK(read_text(text).reports.empty());
      CHECK(read_text(text + key + ": y\nanother: z\n" + key + ": y\n").reports ==
            report(count + 1) + report(count + 3));
    }
  }
}

TEST_CASE("a line that ends a document ends what was open before it") {
  CHECK(read_text("[a,\n---\nb").reports.find("1:1-2: error: ") == 0);
  CHECK(read_text("[a,\n---\nb").reports.find("[yaml-unclosed-bracket]") != std::string::npos);
  CHECK(read_text("[a,\n...\nb").reports.find("[yaml-unclosed-bracket]") != std::string::npos);
  CHECK(read_text("[a,\n---b\n]").reports == "");
  for (const char* text : {"\"a\n---\nb\"", "'a\n...\nb'"}) {
    INFO(text);
    CHECK(read_text(text).reports.find("1:1-2: error: ") == 0);
    CHECK(read_text(text).reports.find("[yaml-unclosed-quote]") != std::string::npos);
  }
  CHECK(read_text("\"a\n---b\"").reports == "");
}

TEST_CASE("an empty document before another is one, too") {
  const Reading reading = read_text("...\n---\na: b\n");
  CHECK(reading.reports.find("2:1-4: error: ") == 0);
  CHECK(reading.reports.find("[yaml-second-document]") != std::string::npos);
}

TEST_CASE("an address among keys is told as a key that is missing") {
  const Reading reading = read_text("a: b\nhttps://example.org\n");
  CHECK(reading.reports.find("2:1-20: error: ") == 0);
  CHECK(reading.reports.find("[yaml-expected-key]") != std::string::npos);
}

TEST_CASE("a colon without its space behind a list in brackets is text behind it") {
  const Reading reading = read_text("a: [b]:c\n");
  CHECK(reading.reports.find("1:7-9: error: ") == 0);
  CHECK(reading.reports.find("[yaml-text-after-bracket]") != std::string::npos);
}

TEST_CASE("an escape beyond the last character of Unicode is none") {
  const Reading reading = read_text("a: \"x\\U00110000\"\n");
  CHECK(reading.reports.find("1:6-8: error: ") == 0);
  CHECK(reading.reports.find("[yaml-escape]") != std::string::npos);
}

TEST_CASE("what looks like a slip but is sound YAML passes") {
  for (const char* text : {
           "a: b：c",                                        // a colon of the text
           "a: [践行多边主义，共建共同体]",                  // an item with a comma
           "a: [发布 GPT，AI 时代到来]",                     //
           "a: [中国, 美国，法国]",                          // perhaps one item with a comma
           "a: {zh: 安全，发展}",                            // a comma of the text
           "a: “全句都在引号里”",                            // quotes of the text
           "a: {zh: “智能向善”}",                            //
           "a: 【专题】",                                    // brackets of the text
           "a: ［法］福柯",                                  //
           "a:\n  — attribution",                            // one line that begins with a dash
           "a: b\n  —— 引文\n  — c",                         //
           "a: C＃",                                         //
           "a: |\n  key：value\n  　x\n  [a，b\n    \tc\n",  // anything in a block of text
           "a: 'title：标题\n  “x”: y\n  - ['",              // and in quotes
           "# title：标题，“\na: b # ＃ 甲：乙",             // and in comments
           "a: http://x.org/a:b?c=[d]{e}",                   //
           "a:b: c",                                         // a colon in a key
           "a:\n  b:c",                                      // a text that the schema will judge
           "- a:b\n- urn:isbn:1",                            //
           "a: b\n\n\n   c\n",                               //
           "a:\n- b\n-  c\n- - d\n  - e\nf: g",              // a list at its key's column
           "a:\n # remark\n  b: c\n      # remark\n  d: e\n# remark\n",
           "a:\t甲\t# remark",                  // tabs that do not indent
           "a: [\n\tb,\n\tc\n]",                //
           "\"a\" : 'b'  # remark\n'c':\n  d",  //
           "a: b # 1 remark",                   // a comment, not #1
           "a: >+2\n    b\n",                   //
           "a: |1\n   b\n  c\n",                // its depth is given, so that its lines may differ
           "a: \"b\r\n\r\n  c\"\r\n",           // an empty line of Windows within quotes
           "a: “b \"c\" d\"",                   // a text of several quotations
           "a: ［］",                           // brackets of the text
           "\"a：b\": c",                       // a colon of a key in quotes
           "甲 乙：丙: d",                      // of several words
           "'a：b': c",                         //
           "\"<<\": a",                         // no merge key, in quotes
       }) {
    const Reading reading = read_text(text);
    INFO(text);
    CHECK(reading.reports == "");
    CHECK(reading.root.has_value());
  }
}
