// Random texts from small alphabets in which markup is as dense as it never is where people write it.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace armillary::markdown {

class RandomText {
 public:
  RandomText(std::vector<std::string_view> alphabet, unsigned seed) : alphabet_(std::move(alphabet)), random_(seed) {}

  std::string next(std::size_t longest) {
    std::string text;
    const std::size_t length = 1 + random_() % longest;
    for (std::size_t i = 0; i < length; ++i) text += alphabet_[random_() % alphabet_.size()];
    return text;
  }

 private:
  std::vector<std::string_view> alphabet_;
  std::mt19937 random_;
};

inline const std::vector<std::string_view> kCommonMarkAlphabet{
    "a",    "b",     " ",     " ",   "  ",  "\n",   "\n", "\n\n", "*",     "*",      "**",   "_",
    "__",   "`",     "``",    "[",   "]",   "](",   ")",  "![",   "[a]",   "[a]: u", "(u)",  "\"t\"",
    "<u:>", "&amp;", "&#35;", "\\",  "\t",  "    ", "- ", "1. ",  "2) ",   "> ",     ">",    "# ",
    "## ",  "---",   "===",   "***", "```", "~~~",  "|",  "|",    "|-|-|", "|a|b|",  ":-:|", "\n|a|b|\n|-|:-|\n|c|d|\n",
    "\r\n", ".",     "!",     "é",   "文",  "。",   "\"", "'",    "{#x}"};

}  // namespace armillary::markdown
