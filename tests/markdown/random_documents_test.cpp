// Properties that hold for every text, tried on random ones; no network is needed.
#include <array>
#include <catch2/catch.hpp>

#include "base/utf8.h"
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

TEST_CASE("every short text that may have a table is as cmark writes it, a bar in it or not") {
  constexpr std::array<std::string_view, 8> kPieces{"a", "-", ":", "|", "\n", "> ", "- ", " "};
  constexpr std::size_t kLength = 6;
  Options options;
  options.additions = false;
  std::array<std::size_t, kLength> chosen{};
  std::vector<std::string> different;
  bool is_last = false;
  while (!is_last) {
    std::string text;
    for (const std::size_t piece : chosen) text += kPieces[piece];
    if (html_of(text, options) != cmark_html(text)) different.push_back(text);
    is_last = true;
    for (std::size_t& piece : chosen) {
      piece = (piece + 1) % kPieces.size();
      if (piece != 0) {
        is_last = false;
        break;
      }
    }
  }
  CHECK(different == std::vector<std::string>());
}

namespace {

const std::vector<std::string_view> kEverything{"a",          "文",
                                                "字",         "。",
                                                "（",         "）",
                                                " ",          "\n",
                                                "\n\n",       "*",
                                                "**",         "***",
                                                "_",          "`",
                                                "~~",         "~",
                                                "[",          "]",
                                                "](",         ")",
                                                "![",         "[[",
                                                "]]",         "[[a]]",
                                                "[[a|",       "[[A]]",
                                                "[@",         "[@a]",
                                                "[@a; ",      "[^1]",
                                                "\n\n[^1]: ", "[a]: /u",
                                                "[a]",        "{#a}\n",
                                                "\n# ",       "\n===\n",
                                                "> ",         "\n> ",
                                                "- ",         "\n- ",
                                                "1. ",        "|",
                                                "\n|",        "\n|-|-|\n",
                                                "<b>",        "</b>",
                                                "<!-- -->",   "<div>\n",
                                                "<a:b>",      "https://a.org/",
                                                "www.a.org",  "a@b.org",
                                                "\\",         "&amp;",
                                                "&#xE000;",   "&#xF0000;",
                                                "&#93;",      "\n```view a b=c\n",
                                                "\n```\n",    "    ",
                                                "\t",         "(/x)",
                                                "(#a)",       "(javascript:x)",
                                                "글",         "か",
                                                "😀",          "＊＊",
                                                "\"",         "!"};

// Whether every tag is closed in order; `html` has no tags but those that the renderer writes.
bool is_balanced(const std::string& html) {
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    if (end == std::string::npos) return false;
    const std::string tag = html.substr(at + 1, end - at - 1);
    if (tag.back() == '/') continue;
    const std::string name = tag.substr(0, tag.find(' '));
    if (name.front() != '/') {
      open.push_back(name);
    } else if (open.empty() || open.back() != name.substr(1)) {
      return false;
    } else {
      open.pop_back();
    }
  }
  return open.empty();
}

bool holds_private_use(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("random documents of all our syntax give whole HTML without marks") {
  RandomText random(kEverything, 6);
  for (int i = 0; i < 30000; ++i) {
    const std::string text = random.next(40);
    INFO(text);
    const Parsed parsed = parse(text);
    const std::string html = html_of(parsed.document);
    REQUIRE(is_balanced(html));
    if (text.find("&#x") != std::string::npos) continue;
    REQUIRE_FALSE(holds_private_use(html + parsed.document.plain_text));
    for (const Heading& heading : parsed.document.headings) {
      REQUIRE(is_balanced(heading.html));
      REQUIRE_FALSE(holds_private_use(heading.html + heading.id));
    }
  }
}
