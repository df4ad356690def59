#include "yaml/read_yaml.h"

#include <catch2/catch.hpp>
#include <string>

#include "yaml/reading.h"

using namespace armillary;

namespace {

std::string show_node(const YamlNode& node, const SourceFile& file);

std::string show_children(const YamlNode& node, const SourceFile& file) {
  std::string out;
  for (const YamlNode& item : node.items) out += (out.empty() ? "" : ", ") + show_node(item, file);
  for (const YamlEntry& entry : node.entries) {
    if (!out.empty()) out += ", ";
    out += std::string(file.slice(entry.key.span)) + ": " + show_node(entry.value, file);
  }
  return out;
}

// The tree with what the file holds at each place: a text as it stands where that is its value, else value‹place›;
// nothing as ∅offset or ∅‹place›; [items]‹place›; {keys: values}‹place›.
std::string show_node(const YamlNode& node, const SourceFile& file) {
  const std::string place(file.slice(node.span));
  switch (node.type) {
    case YamlNode::Type::empty:
      return place.empty() ? fmt::format("∅{}", node.span.begin) : "∅‹" + place + "›";
    case YamlNode::Type::scalar:
      return place == node.text ? place : node.text + "‹" + place + "›";
    case YamlNode::Type::sequence:
      return "[" + show_children(node, file) + "]‹" + place + "›";
    case YamlNode::Type::mapping:
      return "{" + show_children(node, file) + "}‹" + place + "›";
  }
  return place;
}

std::string tree(const std::string& text) {
  const Reading reading = read_text(text);
  CHECK(reading.reports == "");
  REQUIRE(reading.root.has_value());
  return show_node(*reading.root, reading.file);
}

// The tree of a text that was mended, the errors told.
std::string mended_tree(const std::string& text) {
  const Reading reading = read_text(text);
  CHECK(reading.reports.find(": error: ") != std::string::npos);
  return reading.root.has_value() ? show_node(*reading.root, reading.file) : "none";
}

// The value of the only key of a mapping.
YamlNode value_of(const std::string& text) {
  const Reading reading = read_text(text);
  CHECK(reading.reports == "");
  REQUIRE(reading.root.has_value());
  REQUIRE(reading.root->entries.size() == 1);
  return reading.root->entries.front().value;
}

}  // namespace

TEST_CASE("an empty document is an empty node") {
  const std::string text = GENERATE("", "\n\n", "# a remark\n", "  \n# 注\n", "---\n", "---\n...\n");
  const Reading reading = read_text(text);
  CHECK(reading.reports == "");
  REQUIRE(reading.root.has_value());
  CHECK(reading.root->is_empty());
}

TEST_CASE("a block mapping keeps keys, values and their places") {
  CHECK(tree("title: 标题\nkind: law # remark\n") == "{title: 标题, kind: law}‹title: 标题\nkind: law›");
  CHECK(tree("标题:   甲 乙  \n") == "{标题: 甲 乙}‹标题:   甲 乙›");
  CHECK(tree("a:\n  b:\n    c: d\n\n# end\n") == "{a: {b: {c: d}‹c: d›}‹b:\n    c: d›}‹a:\n  b:\n    c: d›");
}

TEST_CASE("lists keep items and their places") {
  CHECK(tree("- a\n- - b\n  - c\n-   d: e\n    f: g\n") ==
        "[a, [b, c]‹- b\n  - c›, {d: e, f: g}‹d: e\n    f: g›]‹- a\n- - b\n  - c\n-   d: e\n    f: g›");
  CHECK(tree("to:\n- a\n- b\nx: y") == "{to: [a, b]‹- a\n- b›, x: y}‹to:\n- a\n- b\nx: y›");
}

TEST_CASE("flow style keeps its brackets in the places") {
  CHECK(tree("a: [甲, 'b', {c: d}, ]  # remark") ==
        "{a: [甲, b‹'b'›, {c: d}‹{c: d}›]‹[甲, 'b', {c: d}, ]›}‹a: [甲, 'b', {c: d}, ]›");
  CHECK(tree("[]") == "[]‹[]›");
  CHECK(tree("{ }") == "{}‹{ }›");
  CHECK(tree("a: [b, # ] remark\n  c\n  ]\nd: e") ==
        "{a: [b, c]‹[b, # ] remark\n  c\n  ]›, d: e}‹a: [b, # ] remark\n  c\n  ]\nd: e›");
  CHECK(tree("a: [b: c, {d: }]") == "{a: [{b: c}‹b: c›, {d: ∅13}‹{d: }›]‹[b: c, {d: }]›}‹a: [b: c, {d: }]›");
  CHECK(tree("{\"a\":\"b\"}") == "{\"a\": b‹\"b\"›}‹{\"a\":\"b\"}›");
}

TEST_CASE("question marks are ordinary characters in flow style") {
  CHECK(tree("{q: 为什么?, en: why?, u: https://x.org/?a=b&c=?d, w?: [?, a?b]}") ==
        "{q: 为什么?, en: why?, u: https://x.org/?a=b&c=?d, w?: [?, a?b]‹[?, a?b]›}"
        "‹{q: 为什么?, en: why?, u: https://x.org/?a=b&c=?d, w?: [?, a?b]}›");
}

TEST_CASE("quoted texts lose quotes and escapes but keep their place") {
  CHECK(tree("a: 'it''s: [x] # 1'") == "{a: it's: [x] # 1‹'it''s: [x] # 1'›}‹a: 'it''s: [x] # 1'›");
  CHECK(tree(R"(a: "\"\\\/\u6807\x41\U0001F600\t")") ==
        "{a: \"\\/标A😀\t‹\"\\\"\\\\\\/\\u6807\\x41\\U0001F600\\t\"›}‹a: \"\\\"\\\\\\/\\u6807\\x41\\U0001F600\\t\"›");
  CHECK(tree("\"标 题\": b") == "{\"标 题\": b}‹\"标 题\": b›");
  CHECK(value_of("a: \"b\\_c\"").text == "b\u00A0c");
  CHECK(value_of("a: 'b\n\n  c\n  d'").text == "b\nc d");
  CHECK(value_of("a: \"b\\\n  c\"").text == "bc");
}

TEST_CASE("a quoted text is known to be quoted") {
  CHECK(value_of("a: 'no'").quoted);
  CHECK(value_of("a: \"no\"").quoted);
  CHECK_FALSE(value_of("a: no").quoted);
  CHECK_FALSE(value_of("a: |\n  no").quoted);
}

TEST_CASE("a plain text may run over several lines") {
  CHECK(tree("a: b\n  c\n\n  d  # remark\ne: f") ==
        "{a: b c\nd‹b\n  c\n\n  d›, e: f}‹a: b\n  c\n\n  d  # remark\ne: f›");
  CHECK(tree("a:\n  甲\n  乙\n") == "{a: 甲 乙‹甲\n  乙›}‹a:\n  甲\n  乙›");
}

TEST_CASE("blocks of text begin at their mark and end with their last character") {
  CHECK(tree("a: |\n  甲\n   乙\n\n\nb: c") == "{a: 甲\n 乙\n‹|\n  甲\n   乙›, b: c}‹a: |\n  甲\n   乙\n\n\nb: c›");
  CHECK(tree("a: >- # remark\n  b\n  c\n") == "{a: b c‹>- # remark\n  b\n  c›}‹a: >- # remark\n  b\n  c›");
  CHECK(tree("a: |+\n  b\n\nc: |2\n   d\ne: |") ==
        "{a: b\n\n‹|+\n  b›, c:  d\n‹|2\n   d›, e: ‹|›}‹a: |+\n  b\n\nc: |2\n   d\ne: |›");
  CHECK(value_of("a: |\n  key: value\n  - \"not closed\n  \ttab # no remark\n").text ==
        "key: value\n- \"not closed\n\ttab # no remark\n");
}

TEST_CASE("nothing is guessed from a text") {
  for (const char* text :
       {"no",   "on",   "y",    "true", "017", "0x1F", "1.10", "1_000", "2023-11", "2023-11-01T10:00", "12:30",
        "Null", "NULL", ".inf", "=",    "C#",  "a#b",  "a:b",  "-1",    "~x",      "http://a.b/c#d"}) {
    const YamlNode value = value_of(std::string("a: ") + text);
    CHECK(value.is_scalar());
    CHECK(value.text == text);
  }
}

TEST_CASE("Chinese punctuation inside a text is part of it") {
  for (const char* text : {"标题：副题", "“和平利用”原则", "“全部”", "【专题】", "［法］福柯", "甲，乙、丙", "——破折号",
                           "—— 引文", "a＃b", "（一）", "《宣言》", "「引」", "‘单’"}) {
    CHECK(value_of(std::string("a: ") + text).text == text);
  }
  CHECK(tree("{zh: “一带一路”倡议, en: “Quoted”}") ==
        "{zh: “一带一路”倡议, en: “Quoted”}‹{zh: “一带一路”倡议, en: “Quoted”}›");
  CHECK(tree("{zh: 共商，共建：共享}") == "{zh: 共商，共建：共享}‹{zh: 共商，共建：共享}›");
}

TEST_CASE("nothing, a tilde and null are empty, with the place behind the colon, dash or key") {
  CHECK(tree("a:\nnull: b\nc: null\nd: ~\ne:   # remark\n") ==
        "{a: ∅2, null: b, c: ∅‹null›, d: ∅‹~›, e: ∅26}‹a:\nnull: b\nc: null\nd: ~\ne:›");
  CHECK(tree("标:\n") == "{标: ∅4}‹标:›");
  CHECK(tree("-\n-  # x\n- a\n-") == "[∅1, ∅3, a, ∅14]‹-\n-  # x\n- a\n-›");
  CHECK(tree("{a: , b, c: null}") == "{a: ∅3, b: ∅7, c: ∅‹null›}‹{a: , b, c: null}›");
  CHECK(value_of("a: 'null'").text == "null");
  CHECK(value_of("a: nullable").text == "nullable");
}

TEST_CASE("Windows line ends are line ends") {
  CHECK(tree("a: b\r\nc:\r\n  - d\r\n  - 'e\r\n    f'\r\n") ==
        "{a: b, c: [d, e f‹'e\r\n    f'›]‹- d\r\n  - 'e\r\n    f'›}‹a: b\r\nc:\r\n  - d\r\n  - 'e\r\n    f'›");
}

TEST_CASE("places count from the start of the file, not of the document") {
  SourceFile file{"a.md", "---\n标题: 甲\n---\n# 正文: x\n"};
  Diagnostics diagnostics;
  const auto root = read_yaml(file, {4, 15}, diagnostics);
  REQUIRE(root.has_value());
  CHECK(show_node(*root, file) == "{标题: 甲}‹标题: 甲›");
  CHECK(root->span.begin == 4);
}

TEST_CASE("errors in front matter stand at their place in the file") {
  SourceFile file{"a.md", "---\n甲: 乙: 丙\n---\n"};
  Diagnostics diagnostics;
  CHECK_FALSE(read_yaml(file, {4, 18}, diagnostics).has_value());
  CHECK(show(std::move(diagnostics)) ==
        "2:4-8: error: ': ' in a value without quotes; write \"乙: 丙\" [yaml-colon-in-value]\n");
}

TEST_CASE("full-width characters that stand for ASCII ones beyond doubt leave what was meant") {
  CHECK(mended_tree("标题：甲\nb: c") == "{标题: 甲, b: c}‹标题：甲\nb: c›");
  CHECK(mended_tree("a:　b\nc: d") == "{a: b, c: d}‹a:　b\nc: d›");
  CHECK(mended_tree("- a\n－ b") == "[a, b]‹- a\n－ b›");
  CHECK(mended_tree("＃ remark\na: b") == "{a: b}‹a: b›");
  CHECK(mended_tree("to: [oecd，g7、g20]") == "{to: [oecd, g7, g20]‹[oecd，g7、g20]›}‹to: [oecd，g7、g20]›");
  CHECK(mended_tree("a: {zh：甲， en: b}") == "{a: {zh: 甲, en: b}‹{zh：甲， en: b}›}‹a: {zh：甲， en: b}›");
}

TEST_CASE("nothing is read where another error stands beside them") {
  CHECK(mended_tree("标题：甲\nb: c: d") == "none");
  CHECK(mended_tree("标题：甲\n标题: 乙") == "none");
  CHECK(mended_tree("标题：甲\na: \"b") == "none");
}

TEST_CASE("a document may begin with dashes and end with dots") {
  CHECK(tree("---\na: b\n...\n") == "{a: b}‹a: b›");
  CHECK(tree("# x\n---  # y\na: b\n...\n# z\n") == "{a: b}‹a: b›");
}

TEST_CASE("values are found by their keys") {
  const Reading reading = read_text("a: 1\n中: 2\n");
  REQUIRE(reading.root.has_value());
  REQUIRE(reading.root->find("中") != nullptr);
  CHECK(reading.root->find("中")->text == "2");
  CHECK(reading.root->find("b") == nullptr);
  CHECK(reading.root->find("a")->find("x") == nullptr);
}

TEST_CASE("a node is described by its type") {
  CHECK(describe(value_of("a: b")) == "text");
  CHECK(describe(value_of("a: [b]")) == "a list");
  CHECK(describe(value_of("a: {b: c}")) == "a mapping");
  CHECK(describe(value_of("a:")) == "nothing");
}

TEST_CASE("nesting up to the bound is read") {
  const std::string brackets(kMaxYamlDepth, '[');
  CHECK(read_text(brackets + std::string(kMaxYamlDepth, ']')).reports == "");
  std::string dashes;
  for (std::size_t i = 0; i < kMaxYamlDepth; ++i) dashes += "- ";
  CHECK(read_text(dashes + "a").reports == "");
}

TEST_CASE("deeper nesting is refused at the first level too many") {
  CHECK(read_text("甲: " + std::string(100'000, '[')).reports ==
        "1:68-69: error: nested deeper than 64 levels [yaml-too-deep]\n");
  std::string dashes;
  for (int i = 0; i < 1000; ++i) dashes += "- ";
  CHECK(read_text(dashes + "a").reports == "1:129-130: error: nested deeper than 64 levels [yaml-too-deep]\n");
  CHECK(read_text("a: " + std::string(63, '[') + "x" + std::string(63, ']')).reports == "");
  CHECK(read_text("a: " + std::string(64, '[') + "x" + std::string(64, ']')).reports ==
        "1:67-68: error: nested deeper than 64 levels [yaml-too-deep]\n");
}

TEST_CASE("more values than the bound are refused") {
  std::string text = "[";
  for (std::size_t i = 0; i < kMaxYamlNodes; ++i) text += "a,";
  CHECK(read_text(text + "b]").reports ==
        fmt::format("1:{}-{}: error: more than 250000 keys and values in one file; split the file "
                    "[yaml-too-many-values]\n",
                    2 * kMaxYamlNodes + 2, 2 * kMaxYamlNodes + 3));
}
