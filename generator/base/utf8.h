// UTF-8 and the few character classes that Chinese, Japanese and Korean text needs.
// Malformed bytes never stop a loop: each is taken as one U+FFFD.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace armillary {

// Reads the code point at `offset` and moves `offset` past it. REQUIRES: offset < text.size().
inline char32_t next_code_point(std::string_view text, std::size_t& offset);

// The code point that ends just before `offset`, or 0 at the start of the text.
char32_t code_point_before(std::string_view text, std::size_t offset);

// The code point at `offset`, or 0 at the end of the text.
char32_t code_point_at(std::string_view text, std::size_t offset);

void append_code_point(std::string& out, char32_t code_point);

std::size_t count_code_points(std::string_view text);

// The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7).
std::optional<std::size_t> find_malformed_utf8(std::string_view text);

// Terminal columns of a text: East Asian wide and full-width characters take two, marks none.
std::size_t display_width(std::string_view text);

// East Asian Width W, F or H without emoji presentation, or the Hangul script.
bool is_cjk(char32_t code_point);

// As is_cjk but without Hangul, which parts its words with spaces: no space belongs between two of these.
bool joins_without_space(char32_t code_point);

// ASCII punctuation or Unicode category P: the sense of CommonMark 0.29.
bool is_punctuation(char32_t code_point);

// Unicode white space, tab and line ends included.
bool is_white_space(char32_t code_point);

// The text in Unicode normalisation form C.
std::string to_nfc(std::string_view text);

// Whether to_nfc would leave the text as it is.
bool is_nfc(std::string_view text);

// Whether all characters are such that they change no normal form, neither their own nor that of what stands beside
// them, so that also each part of the text is in NFC. May say no of such a text. REQUIRES well-formed UTF-8.
bool is_inert_in_nfc(std::string_view text);

// What a disk that ignores case and normal form keeps of a file's name: two names with the same are one file there.
std::string folded_name(std::string_view name);

// next_code_point where ASCII is ruled out.
char32_t next_beyond_ascii(std::string_view text, std::size_t& offset);

inline char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte >= 0x80) return next_beyond_ascii(text, offset);
  ++offset;
  return byte;
}

}  // namespace armillary
