#include "templating/parse_number.h"

#include <unicode/uchar.h>

#include <charconv>
#include <cmath>
#include <string>

#include "base/utf8.h"
#include "templating/python_text.h"

namespace armillary::templating {
namespace {

// ASCII, with the decimal digits of other scripts turned into 0 to 9.
std::string plain_digits(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const int32_t digit = c < 0x80 ? -1 : u_charDigitValue(static_cast<UChar32>(c));
    out += c < 0x80 ? static_cast<char>(c) : digit >= 0 ? static_cast<char>('0' + digit) : '?';
  }
  return out;
}

bool is_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Takes out single underscores between digits; false if one stands elsewhere.
bool remove_underscores(std::string& digits) {
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] != '_') {
      out += digits[i];
      continue;
    }
    const bool is_between = i > 0 && i + 1 < digits.size() && is_word(digits[i - 1]) && is_word(digits[i + 1]);
    if (!is_between) return false;
  }
  digits = std::move(out);
  return true;
}

int base_of_prefix(std::string_view digits) {
  if (digits.size() < 2 || digits[0] != '0') return 10;
  switch (digits[1] | 0x20) {
    case 'x':
      return 16;
    case 'o':
      return 8;
    case 'b':
      return 2;
    default:
      return 10;
  }
}

}  // namespace

std::optional<std::int64_t> parse_integer(std::string_view text, int base) {
  std::string digits = plain_digits(strip(text));
  const bool is_negative = digits.starts_with('-');
  if (is_negative || digits.starts_with('+')) digits.erase(0, 1);
  const int prefixed = base_of_prefix(digits);
  if (prefixed != 10 && (base == 0 || base == prefixed)) {
    base = prefixed;
    digits.erase(0, 2);
    if (digits.starts_with('_')) digits.erase(0, 1);
  } else if (base == 0) {
    base = 10;
    const bool has_leading_zero =
        digits.size() > 1 && digits[0] == '0' && digits.find_first_not_of("0_") != std::string::npos;
    if (has_leading_zero) return std::nullopt;
  }
  if (!remove_underscores(digits) || digits.empty() || digits[0] == '-') return std::nullopt;
  if (is_negative) digits.insert(0, "-");
  std::int64_t value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (result.ec != std::errc() || result.ptr != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::optional<double> parse_floating(std::string_view text) {
  std::string digits = plain_digits(strip(text));
  const bool is_negative = digits.starts_with('-');
  if (is_negative || digits.starts_with('+')) digits.erase(0, 1);
  if (!remove_underscores(digits) || digits.empty() || digits[0] == '-') return std::nullopt;
  double value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ptr != digits.data() + digits.size()) return std::nullopt;
  if (result.ec == std::errc::result_out_of_range) value = std::strtod(digits.c_str(), nullptr);
  if (std::isnan(value) && to_lower(digits) != "nan") return std::nullopt;
  return is_negative ? -value : value;
}

std::optional<std::int64_t> truncated(double value) {
  constexpr double kLimit = 9223372036854775808.0;  // 2 to the power of 63
  if (!(value >= -kLimit && value < kLimit)) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

}  // namespace armillary::templating
