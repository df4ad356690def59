// Filters that make numbers or change them.
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

#include "templating/arithmetic.h"
#include "templating/operators.h"
#include "templating/parse_number.h"
#include "templating/routine_tables.h"
#include "templating/templating_messages.h"

namespace armillary::templating {
namespace {

// Beyond so many digits behind or before the point rounding changes nothing.
constexpr std::int64_t kMaxPrecision = 330;

Value abs(const Invocation& call) {
  const auto number = number_of(call.input);
  if (!number) fail_input(call, "a number");
  if (!number->is_integer) return {std::abs(number->floating)};
  if (number->integer >= 0) return {number->integer};
  return negated(call.input, call.place);
}

Value default_of(const Invocation& call, std::size_t index, const Value& otherwise) {
  const Value* given = call.argument(index);
  return given != nullptr ? *given : otherwise;
}

Value whole_of(const Invocation& call, double number) {
  if (std::isnan(number)) return default_of(call, 0, Value(0));
  const auto whole = truncated(number);
  if (!whole) fail(call.place, kIntegerOverflow, "int");
  return {*whole};
}

Value to_int(const Invocation& call) {
  if (const auto number = number_of(call.input)) {
    return number->is_integer ? Value(number->integer) : whole_of(call, number->floating);
  }
  if (call.input.is_undefined()) fail_input(call, "a value");
  if (!call.input.is_text()) return default_of(call, 0, Value(0));
  const std::int64_t base = integer(call, 1, 10);
  const bool is_base = base == 0 || (base >= 2 && base <= 36);
  const auto parsed = is_base ? parse_integer(call.input.text(), static_cast<int>(base)) : std::nullopt;
  if (parsed) return {*parsed};
  const auto floating = parse_floating(call.input.text());  // "42.23" is 42
  return floating ? whole_of(call, *floating) : default_of(call, 0, Value(0));
}

Value to_float(const Invocation& call) {
  if (const auto number = number_of(call.input)) return {number->floating};
  if (call.input.is_undefined()) fail_input(call, "a value");
  const auto parsed = call.input.is_text() ? parse_floating(call.input.text()) : std::nullopt;
  return parsed ? Value(*parsed) : default_of(call, 0, Value(0.0));
}

// --- round

double power_of_ten(std::int64_t exponent) { return std::pow(10.0, static_cast<double>(exponent)); }

// Half to even, as Python rounds whole numbers before the point.
std::int64_t rounded_integer(const Invocation& call, std::int64_t value, std::int64_t precision) {
  if (precision >= 0) return value;
  if (precision < -18) return 0;
  std::int64_t unit = 1;
  for (; precision < 0; ++precision) unit *= 10;
  const std::int64_t rest = value % unit;
  std::int64_t lower = value - rest;
  const std::int64_t size = std::abs(rest);
  const bool is_odd = (lower / unit) % 2 != 0;
  const bool goes_up = size > unit - size || (size == unit - size && is_odd);
  const std::int64_t step = goes_up ? (value < 0 ? -unit : unit) : 0;
  if (__builtin_add_overflow(lower, step, &lower)) fail(call.place, kIntegerOverflow, "round");
  return lower;
}

// The decimal digits of the exact value decide, as in Python: 2.675 is a little less than it looks.
double rounded_floating(double value, std::int64_t precision) {
  if (!std::isfinite(value) || precision > kMaxPrecision) return value;
  if (precision < -kMaxPrecision) return std::copysign(0.0, value);
  if (precision < 0) {
    const double unit = power_of_ten(-precision);
    const double remainder = std::remainder(value, unit);  // half to even, and exact
    return value - remainder == 0 ? std::copysign(0.0, value) : value - remainder;
  }
  const std::string digits = fmt::format("{:.{}f}", value, precision);
  double result = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), result);
  return result;
}

Value round(const Invocation& call) {
  const auto number = number_of(call.input);
  if (!number) fail_input(call, "a number");
  const std::int64_t precision = integer(call, 0, 0);
  const Value method = text(call, 1).value_or(Value("common"));
  if (method.text() == "common") {
    if (number->is_integer) return {rounded_integer(call, number->integer, precision)};
    return {rounded_floating(number->floating, precision)};
  }
  if (method.text() != "ceil" && method.text() != "floor") {
    fail_argument(call, "the method must be 'common', 'ceil' or 'floor'");
  }
  const double unit = power_of_ten(precision);
  const double scaled = number->floating * unit;
  if (!std::isfinite(scaled)) fail_argument(call, "the number is not finite");
  const double whole = method.text() == "ceil" ? std::ceil(scaled) : std::floor(scaled);
  return {(whole + 0.0) / unit};  // no negative zero
}

constexpr std::array kRows{
    Routine{.name = "abs", .run = abs},
    Routine{.name = "float", .run = to_float, .parameters = {"default"}},
    Routine{.name = "int", .run = to_int, .parameters = {"default", "base"}},
    Routine{.name = "round", .run = round, .parameters = {"precision", "method"}},
};

}  // namespace

std::span<const Routine> number_filters() { return kRows; }

}  // namespace armillary::templating
