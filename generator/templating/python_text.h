// Texts as Python's str treats them: by code point, with Python's notion of white space, case, words and lines.
// All texts are UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace armillary::templating {

bool is_space(char32_t c);
bool is_name_start(char32_t c);
bool is_name_part(char32_t c);

// Code points.
std::size_t length_of(std::string_view text);
// The byte at which the code point `index` begins; the text's size past its end.
std::size_t byte_of(std::string_view text, std::size_t index);
std::string_view character_at(std::string_view text, std::size_t index);
std::string reversed(std::string_view text);

std::string_view strip_left(std::string_view text);
std::string_view strip_right(std::string_view text);
std::string_view strip(std::string_view text);
// Takes off every leading and trailing character that occurs in `characters`.
std::string_view strip(std::string_view text, std::string_view characters);

std::string to_upper(std::string_view text);
std::string to_lower(std::string_view text);
std::string capitalized(std::string_view text);
std::string title_of_words(std::string_view text);    // filter title: words begin after space, - and brackets
std::string title_of_letters(std::string_view text);  // str.title(): a word is a run of letters with case
bool is_upper(std::string_view text);
bool is_lower(std::string_view text);

inline constexpr std::int64_t kAll = -1;

std::vector<std::string_view> split_words(std::string_view text, std::int64_t limit = kAll);
// REQUIRES: separator is not empty.
std::vector<std::string_view> split(std::string_view text, std::string_view separator, std::int64_t limit = kAll);
std::vector<std::string_view> split_lines(std::string_view text);
std::string replaced(std::string_view text, std::string_view old, std::string_view with, std::int64_t limit = kAll);
std::size_t count_words(std::string_view text);

}  // namespace armillary::templating
