// What the operators of expressions do, with Python's meaning. `place` is where an error is reported.
#pragma once

#include <cstdint>
#include <optional>

#include "templating/ast.h"
#include "templating/failure.h"
#include "templating/value.h"

namespace armillary::templating {

bool is_true(const Value& value, const Place& place);
bool is_equal(const Value& a, const Value& b, const Place& place);
bool is_less(const Value& a, const Value& b, const Place& place);
bool compares(ast::Comparison comparison, const Value& a, const Value& b, const Place& place);
bool contains(const Value& container, const Value& item, const Place& place);

// REQUIRES: not a logical operator; those choose between operands before both are known.
Value calculate(ast::BinaryOperator op, const Value& a, const Value& b, const Place& place);
Value negated(const Value& value, const Place& place);
Value with_plus_sign(const Value& value, const Place& place);

// A boolean is a number too.
struct Number {
  bool is_integer = true;
  std::int64_t integer = 0;
  double floating = 0;  // for an integer too
};
std::optional<Number> number_of(const Value& value);
// The value as an index or a count; none for anything but whole numbers and booleans.
std::optional<std::int64_t> integer_of(const Value& value);

// What len() says; none for a value without a length.
std::optional<std::size_t> length_of_value(const Value& value);

// object[start:stop:step]; none or undefined ends are left out.
Value slice_of(const Value& object, const Value& start, const Value& stop, const Value& step, const Place& place);

}  // namespace armillary::templating
