// Texts that nobody thought of: sound YAML with a few random changes, and YAML's special characters at random.
#include <array>
#include <catch2/catch.hpp>
#include <functional>
#include <random>
#include <string>

#include "base/text_check.h"
#include "base/utf8.h"
#include "yaml/reading.h"

using namespace armillary;

namespace {

constexpr std::array<std::string_view, 3> kSoundTexts{
    "title: 标题\nlabel: {zh: 宣言, en: \"De, c\"}\nto: [a, b, 'c''d']\nevents:\n  - type: adopted\n    date: 2023-11\n"
    "  - {type: x}\ntext: |\n  line\n   more\n\nend: >-\n  f\n# c\nq: 'a\n  b'\n",
    "- a\n- - b\n  - c: d\n    e:\n    - f\n-\n  g: h\n", ""};

constexpr auto kPieces = std::to_array<std::string_view>(
    {":",    ": ",  "：", "-",    "- ",   "\n",     "\n  ", "\t",   " ",       "　",    "\"",    "'",  "[",
     "]",    "{",   "}",  ",",    ", ",   "，",     "#",    " #",   "|",       ">",     "&a",    "*a", "!t",
     "%",    "@",   "`",  "?",    "? ",   "“",      "”",    "【",   "】",      "---\n", "...\n", "\\", "\r\n",
     "标",   "x",   "<<", "~",    "null", "\\x",    "  ",   "    ", "－ ",     "— ",    "＃",    "=",  "\x01",
     "\xFF", "\\u", "''", "\"\"", "|2",   "\u200B", "＂",   "1",    "-x: y\n", "\\\n"});

class RandomText {
 public:
  explicit RandomText(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }

  std::string next() {
    std::string text(kSoundTexts[below(kSoundTexts.size())]);
    const std::size_t changes = 1 + below(text.empty() ? 24 : 6);
    for (std::size_t i = 0; i < changes; ++i) {
      const std::size_t at = below(text.size() + 1);
      if (below(3) == 0) {
        text.erase(at, 1 + below(4));
      } else {
        text.insert(at, kPieces[below(kPieces.size())]);
      }
    }
    return text;
  }

 private:
  std::mt19937 random_;
};

std::string without_white_space(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view(" \t\r\n").find(c) == std::string_view::npos) out += c;
  }
  return out;
}

bool is_inside(Span inner, Span outer) {
  return outer.begin <= inner.begin && inner.begin <= inner.end && inner.end <= outer.end;
}

// Whether every place of the tree is inside its parent's, and every plain text stands as it was read. An empty value's
// place may be the end of its parent.
bool is_placed_right(const YamlNode& node, Span parent, const SourceFile& file) {
  if (!is_inside(node.span, parent)) return false;
  const std::string_view place = file.slice(node.span);
  const bool is_block_text = node.is_scalar() && !node.quoted && (place.starts_with('|') || place.starts_with('>'));
  if (node.is_scalar() && !node.quoted && !is_block_text &&
      without_white_space(place) != without_white_space(node.text))
    return false;
  if (node.quoted && (place.size() < 2 || place.front() != place.back())) return false;
  for (const YamlNode& item : node.items) {
    if (!is_placed_right(item, node.span, file)) return false;
  }
  for (const YamlEntry& entry : node.entries) {
    if (!is_inside(entry.key.span, node.span) || !is_placed_right(entry.value, node.span, file)) return false;
    if (entry.value.span.begin < entry.key.span.end) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("any text gives a tree with true places, or an error inside the text") {
  RandomText random(20231101);
  std::size_t trees = 0;
  for (int round = 0; round < 10'000; ++round) {
    const SourceFile file{"a.yaml", random.next()};
    const Span all{0, static_cast<std::uint32_t>(file.text.size())};
    Diagnostics diagnostics;
    if (!check_text(file, diagnostics)) continue;
    INFO(file.text);
    const auto root = read_yaml(file, all, diagnostics);
    const bool is_right = !diagnostics.has_errors();
    REQUIRE((root.has_value() || !is_right));
    const std::size_t lines = 1 + static_cast<std::size_t>(std::count(file.text.begin(), file.text.end(), '\n'));
    for (const Diagnostic& d : diagnostics.all()) {
      REQUIRE((d.line >= 1 && d.line <= lines));
      REQUIRE((d.column >= 1 && d.column <= count_code_points(d.source_line) + 1));
      REQUIRE(d.end_column >= d.column);
      REQUIRE((!root || d.severity != Severity::error || d.code.starts_with("fullwidth-")));
    }
    if (!root || !is_right) continue;
    ++trees;
    REQUIRE(is_placed_right(*root, all, file));
  }
  CHECK(trees > 1'000);
}

TEST_CASE("bytes that no check has passed do not crash the reader") {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<std::size_t> length(0, 32);
  for (int round = 0; round < 10'000; ++round) {
    std::string text(length(random), ' ');
    for (char& c : text) c = static_cast<char>(byte(random));
    const Reading reading = read_text(text);
    REQUIRE(reading.root.has_value() != (reading.reports.find(": error: ") != std::string::npos));
  }
}
