#include "base/decimal.h"

#include <charconv>

namespace armillary {
namespace {

constexpr std::size_t kMaxLength = 30;

std::size_t count_digits(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && text[count] >= '0' && text[count] <= '9') ++count;
  return count;
}

bool is_decimal(std::string_view text) {
  if (!text.empty() && text.front() == '-') text.remove_prefix(1);
  const std::size_t whole = count_digits(text);
  if (whole == 0 || (whole > 1 && text.front() == '0')) return false;
  text.remove_prefix(whole);
  if (text.empty()) return true;
  return text.front() == '.' && text.size() > 1 && count_digits(text.substr(1)) == text.size() - 1;
}

}  // namespace

int Decimal::fraction_digits() const {
  const std::size_t point = written.find('.');
  return point == std::string::npos ? 0 : static_cast<int>(written.size() - point - 1);
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  if (text.size() > kMaxLength || !is_decimal(text)) return std::nullopt;
  Decimal out;
  std::from_chars(text.data(), text.data() + text.size(), out.value);
  out.written = text;
  return out;
}

}  // namespace armillary
