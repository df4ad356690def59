#include "templating/python_text.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "base/find_byte.h"
#include "base/utf8.h"

namespace armillary::templating {
namespace {

UChar32 as_icu(char32_t c) { return static_cast<UChar32>(c); }

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

char ascii_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 0x20) : c; }
char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; }

template <typename Convert>
std::string converted(std::string_view text, Convert convert) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), convert);
  return out;
}

icu::StringPiece piece_of(std::string_view text) { return {text.data(), static_cast<int32_t>(text.size())}; }

// The title case of a text's first character, which may be more than one ("ß" gives "Ss").
std::string title_case(std::string_view character) {
  if (is_ascii(character)) return converted(character, ascii_upper);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  const uint32_t options = U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_BREAK_ADJUSTMENT;
  icu::CaseMap::utf8ToTitle("", options, nullptr, piece_of(character), sink, nullptr, status);
  return out;
}

bool is_cased(char32_t c) { return u_isUUppercase(as_icu(c)) || u_isULowercase(as_icu(c)) || u_istitle(as_icu(c)); }

bool is_word_character(char32_t c) {
  if (c == U'_') return true;
  constexpr uint32_t kLetters = U_GC_L_MASK;
  if ((U_GET_GC_MASK(as_icu(c)) & kLetters) != 0) return true;
  return u_getIntPropertyValue(as_icu(c), UCHAR_NUMERIC_TYPE) != U_NT_NONE;
}

bool begins_title_word(char32_t c) {
  return is_space(c) || c == U'-' || c == U'(' || c == U'{' || c == U'[' || c == U'<';
}

bool is_line_end(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool contains_character(std::string_view characters, char32_t wanted) {
  for (std::size_t at = 0; at < characters.size();) {
    if (next_code_point(characters, at) == wanted) return true;
  }
  return false;
}

// Takes off characters for which `goes` holds.
template <typename Goes>
std::string_view left_stripped(std::string_view text, Goes goes) {
  for (std::size_t next = 0; !text.empty(); next = 0) {
    if (!goes(next_code_point(text, next))) break;
    text.remove_prefix(next);
  }
  return text;
}

template <typename Goes>
std::string_view right_stripped(std::string_view text, Goes goes) {
  while (!text.empty() && goes(code_point_before(text, text.size()))) {
    std::size_t size = text.size() - 1;
    while (size > 0 && is_continuation(text[size])) --size;
    text = text.substr(0, size);
  }
  return text;
}

}  // namespace

bool is_space(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_name_start(char32_t c) {
  if (c < 0x80) return c == U'_' || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  return u_hasBinaryProperty(as_icu(c), UCHAR_XID_START) != 0;
}

bool is_name_part(char32_t c) {
  if (c < 0x80) return is_name_start(c) || (c >= U'0' && c <= U'9');
  return u_hasBinaryProperty(as_icu(c), UCHAR_XID_CONTINUE) != 0;
}

std::size_t length_of(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

std::size_t byte_of(std::string_view text, std::size_t index) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (is_continuation(text[at])) continue;
    if (index == 0) return at;
    --index;
  }
  return at;
}

std::string_view character_at(std::string_view text, std::size_t index) {
  text.remove_prefix(byte_of(text, index));
  return text.substr(0, byte_of(text, 1));
}

std::string reversed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t end = text.size(); end > 0;) {
    std::size_t begin = end - 1;
    while (begin > 0 && is_continuation(text[begin])) --begin;
    out.append(text, begin, end - begin);
    end = begin;
  }
  return out;
}

std::string_view strip_left(std::string_view text) { return left_stripped(text, is_space); }
std::string_view strip_right(std::string_view text) { return right_stripped(text, is_space); }
std::string_view strip(std::string_view text) { return strip_right(strip_left(text)); }

std::string_view strip(std::string_view text, std::string_view characters) {
  const auto goes = [characters](char32_t c) { return contains_character(characters, c); };
  return right_stripped(left_stripped(text, goes), goes);
}

std::string to_upper(std::string_view text) {
  if (is_ascii(text)) return converted(text, ascii_upper);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToUpper("", 0, piece_of(text), sink, nullptr, status);
  return out;
}

std::string to_lower(std::string_view text) {
  if (is_ascii(text)) return converted(text, ascii_lower);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, piece_of(text), sink, nullptr, status);
  return out;
}

// The whole text is made small first, since the form of a small sigma depends on what stands before it.
std::string capitalized(std::string_view text) {
  const std::string_view first = character_at(text, 0);
  return title_case(first) + to_lower(text).substr(to_lower(first).size());
}

std::string title_of_words(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    std::size_t next = at;
    const bool between = begins_title_word(next_code_point(text, next));
    while (next < text.size()) {
      std::size_t after = next;
      if (begins_title_word(next_code_point(text, after)) != between) break;
      next = after;
    }
    const std::string_view run = text.substr(begin, next - begin);
    const std::string_view first = character_at(run, 0);
    out += between ? std::string(run) : to_upper(first) + to_lower(run.substr(first.size()));
    at = next;
  }
  return out;
}

std::string title_of_letters(std::string_view text) {
  std::string out;
  std::size_t word = 0;  // where the current run of letters began
  bool inside = false;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t begin = at;
    const bool cased = at < text.size() && is_cased(next_code_point(text, at));
    if (at == begin) ++at;
    if (cased && !inside) word = begin;
    if (!cased && inside) out += capitalized(text.substr(word, begin - word));
    if (!cased && begin < text.size()) out.append(text, begin, at - begin);
    inside = cased;
  }
  return out;
}

bool is_upper(std::string_view text) {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = as_icu(next_code_point(text, at));
    if (u_isULowercase(c) || u_istitle(c)) return false;
    any |= u_isUUppercase(c) != 0;
  }
  return any;
}

bool is_lower(std::string_view text) {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = as_icu(next_code_point(text, at));
    if (u_isUUppercase(c) || u_istitle(c)) return false;
    any |= u_isULowercase(c) != 0;
  }
  return any;
}

std::vector<std::string_view> split_words(std::string_view text, std::int64_t limit) {
  std::vector<std::string_view> words;
  text = strip_left(text);
  while (!text.empty()) {
    if (limit >= 0 && static_cast<std::int64_t>(words.size()) == limit) {
      words.push_back(text);  // white space at the end stays, as in Python
      break;
    }
    std::size_t end = 0;
    for (std::size_t next = 0; next < text.size(); end = next) {
      if (is_space(next_code_point(text, next))) break;
    }
    words.push_back(text.substr(0, end));
    text = strip_left(text.substr(end));
  }
  return words;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator, std::int64_t limit) {
  std::vector<std::string_view> parts;
  while (limit < 0 || static_cast<std::int64_t>(parts.size()) < limit) {
    const std::size_t end = text.find(separator);
    if (end == std::string_view::npos) break;
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end + separator.size());
  }
  parts.push_back(text);
  return parts;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = at;
    const char32_t c = next_code_point(text, at);
    if (!is_line_end(c)) continue;
    if (c == U'\r' && at < text.size() && text[at] == '\n') ++at;
    lines.push_back(text.substr(begin, end - begin));
    begin = at;
  }
  if (begin < text.size()) lines.push_back(text.substr(begin));
  return lines;
}

std::string replaced(std::string_view text, std::string_view old, std::string_view with, std::int64_t limit) {
  std::string out;
  std::int64_t done = 0;
  std::size_t at = 0;
  while (limit < 0 || done < limit) {
    const std::size_t found = text.find(old, at);
    if (found == std::string_view::npos) break;
    out.append(text, at, found - at).append(with);
    ++done;
    at = found + old.size();
    if (!old.empty()) continue;
    if (at >= text.size()) return out;  // an empty text stands before every character and at the end
    const std::string_view character = character_at(text.substr(at), 0);
    out += character;
    at += character.size();
  }
  return out.append(text, std::min(at, text.size()));
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool word = is_word_character(next_code_point(text, at));
    if (word && !inside) ++words;
    inside = word;
  }
  return words;
}

}  // namespace armillary::templating
