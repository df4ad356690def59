#include "templating/arithmetic.h"

#include <cmath>
#include <limits>
#include <string>

#include "base/html_escape.h"
#include "templating/templating_messages.h"

namespace armillary::templating {

using ast::BinaryOperator;

namespace {

// A repeated text or list beyond this is a mistake, not a page.
constexpr std::size_t kMaxRepeated = 10'000'000;

std::int64_t floor_divided(std::int64_t a, std::int64_t b) {
  const std::int64_t quotient = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

// The remainder has the sign of the divisor.
std::int64_t floor_remainder(std::int64_t a, std::int64_t b) {
  if (b == -1) return 0;
  const std::int64_t remainder = a % b;
  return remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder;
}

double floor_remainder(double a, double b) {
  const double remainder = std::fmod(a, b);
  if (remainder == 0) return std::copysign(0.0, b);
  return (remainder < 0) != (b < 0) ? remainder + b : remainder;
}

double floor_divided(double a, double b) {
  const double exact = (a - floor_remainder(a, b)) / b;
  if (exact == 0) return std::copysign(0.0, a / b);
  const double floored = std::floor(exact);
  return exact - floored > 0.5 ? floored + 1 : floored;
}

// A result of 64 bits, unless its calculation says that it overflows.
template <typename Calculate>
Value whole(Calculate overflows, std::string_view op, const Place& place) {
  std::int64_t result = 0;
  if (overflows(&result)) fail(place, kIntegerOverflow, op);
  return {result};
}

Value power_of_floats(double a, double b, const Place& place) {
  if (a == 0 && b < 0) fail(place, kDivisionByZero, "**");
  const double result = std::pow(a, b);
  if (std::isnan(result) && !std::isnan(a) && !std::isnan(b)) fail(place, kNoRealResult, "**");
  if (std::isinf(result) && !std::isinf(a) && !std::isinf(b)) fail(place, kIntegerOverflow, "**");
  return {result};
}

Value power(std::int64_t base, std::int64_t exponent, const Place& place) {
  if (exponent < 0) return power_of_floats(static_cast<double>(base), static_cast<double>(exponent), place);
  if (base == 0 || base == 1 || base == -1) {
    if (exponent == 0) return {1};
    return {base == -1 && exponent % 2 == 0 ? std::int64_t{1} : base};
  }
  std::int64_t result = 1;
  for (; exponent > 0; --exponent) {
    if (__builtin_mul_overflow(result, base, &result)) fail(place, kIntegerOverflow, "**");
  }
  return {result};
}

Value calculate_integers(BinaryOperator op, std::int64_t a, std::int64_t b, const Place& place) {
  switch (op) {
    case BinaryOperator::add:
      return whole([&](auto* result) { return __builtin_add_overflow(a, b, result); }, "+", place);
    case BinaryOperator::sub:
      return whole([&](auto* result) { return __builtin_sub_overflow(a, b, result); }, "-", place);
    case BinaryOperator::mul:
      return whole([&](auto* result) { return __builtin_mul_overflow(a, b, result); }, "*", place);
    case BinaryOperator::div:
      if (b == 0) fail(place, kDivisionByZero, "/");
      return {static_cast<double>(a) / static_cast<double>(b)};
    case BinaryOperator::floor_div:
      if (b == 0) fail(place, kDivisionByZero, "//");
      if (b == -1) return calculate_integers(BinaryOperator::sub, 0, a, place);
      return {floor_divided(a, b)};
    case BinaryOperator::mod:
      if (b == 0) fail(place, kDivisionByZero, "%");
      return {floor_remainder(a, b)};
    case BinaryOperator::pow:
      return power(a, b, place);
    case BinaryOperator::logical_and:
    case BinaryOperator::logical_or:
      break;
  }
  return {};
}

Value calculate_floats(BinaryOperator op, double a, double b, const Place& place) {
  switch (op) {
    case BinaryOperator::add:
      return {a + b};
    case BinaryOperator::sub:
      return {a - b};
    case BinaryOperator::mul:
      return {a * b};
    case BinaryOperator::div:
      if (b == 0) fail(place, kDivisionByZero, "/");
      return {a / b};
    case BinaryOperator::floor_div:
      if (b == 0) fail(place, kDivisionByZero, "//");
      return {floor_divided(a, b)};
    case BinaryOperator::mod:
      if (b == 0) fail(place, kDivisionByZero, "%");
      return {floor_remainder(a, b)};
    case BinaryOperator::pow:
      return power_of_floats(a, b, place);
    case BinaryOperator::logical_and:
    case BinaryOperator::logical_or:
      break;
  }
  return {};
}

}  // namespace

Value calculate_numbers(BinaryOperator op, const Number& a, const Number& b, const Place& place) {
  if (a.is_integer && b.is_integer) return calculate_integers(op, a.integer, b.integer, place);
  return calculate_floats(op, a.floating, b.floating, place);
}

Value joined_texts(const Value& a, const Value& b) {
  const bool is_html = a.is_html() || b.is_html();
  std::string out;
  out.reserve(a.text().size() + b.text().size());
  for (const Value* part : {&a, &b}) {
    if (is_html && !part->is_html()) {
      append_escaped(out, part->text());
    } else {
      out += part->text();
    }
  }
  return is_html ? Value::html(std::move(out)) : Value(std::move(out));
}

Value repeated(const Value& value, std::int64_t times, const Place& place) {
  const std::size_t count = times > 0 ? static_cast<std::size_t>(times) : 0;
  const std::size_t size = value.is_text() ? value.text().size() : value.array().size();
  if (size > 0 && count > kMaxRepeated / size) fail(place, kIntegerOverflow, "*");
  if (value.is_text()) {
    std::string out;
    out.reserve(size * count);
    for (std::size_t i = 0; i < count; ++i) out += value.text();
    return value.is_html() ? Value::html(std::move(out)) : Value(std::move(out));
  }
  Array items;
  items.reserve(size * count);
  for (std::size_t i = 0; i < count; ++i) items.insert(items.end(), value.array().begin(), value.array().end());
  return Value::list(std::move(items), value.list_kind() == ListKind::list ? ListKind::list : ListKind::tuple);
}

}  // namespace armillary::templating
