#include "markdown/numeric_reference.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text_check.h"
#include "base/utf8.h"

namespace armillary::markdown {
namespace {

constexpr char32_t kBeyondUnicode = 0x110000;

bool is_character(char32_t value) { return value < kBeyondUnicode && (value < 0xD800 || value > 0xDFFF); }

}  // namespace

std::optional<NumericReference> numeric_reference_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kMaxDigits = 8;  // cmark-gfm's
  const auto byte_at = [&](std::size_t offset) { return offset < text.size() ? text[offset] : '\n'; };
  if (byte_at(at) != '&' || byte_at(at + 1) != '#') return std::nullopt;
  const bool is_hexadecimal = byte_at(at + 2) == 'x' || byte_at(at + 2) == 'X';
  const std::string_view digits = is_hexadecimal ? "0123456789abcdefABCDEF" : "0123456789";
  const std::size_t begin = at + (is_hexadecimal ? 3 : 2);
  char32_t value = 0;
  std::size_t end = begin;
  for (; digits.find(byte_at(end)) != std::string_view::npos; ++end) {
    const auto digit = static_cast<char32_t>(digits.find(byte_at(end)));
    value = std::min<char32_t>(value * (is_hexadecimal ? 16 : 10) + (digit > 15 ? digit - 6 : digit), kBeyondUnicode);
  }
  if (end == begin || end - begin > kMaxDigits || byte_at(end) != ';') return std::nullopt;
  return NumericReference{value, end + 1};
}

std::string forbidden_character(std::string_view text, std::size_t at, const NumericReference& reference) {
  if (!is_character(reference.value)) return fmt::format("U+{:04X}", static_cast<unsigned>(reference.value));
  std::string around;
  if (at > 0) append_code_point(around, code_point_before(text, at));
  const std::size_t place = around.size();
  append_code_point(around, reference.value);
  const std::string alone = around.substr(place);
  if (reference.end < text.size()) append_code_point(around, code_point_at(text, reference.end));
  return is_forbidden_at(around, place) ? first_forbidden_character(alone) : std::string();
}

std::optional<std::string> mend_references(std::string_view text) {
  std::optional<std::string> mended;
  for (std::size_t at = text.find("&#"); at != std::string_view::npos; at = text.find("&#", at + 1)) {
    const auto reference = numeric_reference_at(text, at);
    if (!reference || (reference->value | 1U) != 0xFFFF) continue;
    if (!mended) mended = text;
    const bool is_hexadecimal = text[at + 2] == 'x' || text[at + 2] == 'X';
    (*mended)[reference->end - 2] = is_hexadecimal ? 'd' : '3';  // the last digit
  }
  return mended;
}

}  // namespace armillary::markdown
