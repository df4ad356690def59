// Numbers and texts in operators: Python's rules, but a whole number that leaves 64 bits is an error.
#pragma once

#include <cstdint>

#include "templating/operators.h"

namespace armillary::templating {

// REQUIRES: not a logical operator.
Value calculate_numbers(ast::BinaryOperator op, const Number& a, const Number& b, const Place& place);

// a + b. If one of them is HTML the other is escaped, and so is the result. REQUIRES: texts.
Value joined_texts(const Value& a, const Value& b);

// REQUIRES: a text or a list.
Value repeated(const Value& value, std::int64_t times, const Place& place);

// format % arguments, as printf has it. A format that is HTML escapes what it takes in.
Value formatted(const Value& format, const Value& arguments, const Place& place);

}  // namespace armillary::templating
