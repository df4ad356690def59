// The tests of `is`.
#include <array>

#include "templating/iterate.h"
#include "templating/object.h"
#include "templating/operators.h"
#include "templating/python_text.h"
#include "templating/routine_tables.h"
#include "templating/text_of.h"

namespace armillary::templating {
namespace {

using ast::BinaryOperator;
using ast::Comparison;
using Kind = Value::Kind;

template <Comparison comparison>
Value compare(const Invocation& call) {
  return {compares(comparison, call.input, *call.argument(0), call.place)};
}

// A text on the left makes % a format, which is Jinja's meaning too.
bool has_remainder(const Invocation& call, const Value& divisor, std::int64_t remainder) {
  const Value rest = calculate(BinaryOperator::mod, call.input, divisor, call.place);
  return is_equal(rest, Value(remainder), call.place);
}

Value odd(const Invocation& call) { return {has_remainder(call, Value(2), 1)}; }
Value even(const Invocation& call) { return {has_remainder(call, Value(2), 0)}; }
Value divisibleby(const Invocation& call) { return {has_remainder(call, *call.argument(0), 0)}; }

Value defined(const Invocation& call) { return {!call.input.is_undefined()}; }
Value undefined(const Invocation& call) { return {call.input.is_undefined()}; }
Value none(const Invocation& call) { return {call.input.is_none()}; }
Value boolean(const Invocation& call) { return {call.input.kind() == Kind::boolean}; }
Value is_true_itself(const Invocation& call) { return {call.input.kind() == Kind::boolean && call.input.boolean()}; }
Value is_false_itself(const Invocation& call) { return {call.input.kind() == Kind::boolean && !call.input.boolean()}; }
Value integer_number(const Invocation& call) { return {call.input.kind() == Kind::integer}; }
Value floating_number(const Invocation& call) { return {call.input.kind() == Kind::floating}; }
Value number(const Invocation& call) { return {number_of(call.input).has_value()}; }
Value string(const Invocation& call) { return {call.input.is_text()}; }
Value mapping(const Invocation& call) { return {call.input.is_map()}; }
Value escaped_text(const Invocation& call) { return {call.input.is_html()}; }
Value lower(const Invocation& call) { return {is_lower(text_of(call.input, call.place))}; }
Value upper(const Invocation& call) { return {is_upper(text_of(call.input, call.place))}; }

// What has a length and can be indexed.
Value sequence(const Invocation& call) {
  const bool is_range = object_as<Range>(call.input) != nullptr;
  return {call.input.is_text() || call.input.is_array() || call.input.is_map() || is_range ||
          (call.input.is_undefined() && is_lenient(call.input))};
}

Value iterable(const Invocation& call) {
  switch (call.input.kind()) {
    case Kind::none:
    case Kind::boolean:
    case Kind::integer:
    case Kind::floating:
    case Kind::function:
      return {false};
    case Kind::object:
      return {object_as<Range>(call.input) != nullptr || object_as<Generator>(call.input) != nullptr ||
              object_as<Loop>(call.input) != nullptr};
    default:
      return {true};
  }
}

Value callable(const Invocation& call) {
  const bool is_called = object_as<Macro>(call.input) != nullptr || object_as<Builtin>(call.input) != nullptr ||
                         object_as<BoundMethod>(call.input) != nullptr ||
                         object_as<BlockReference>(call.input) != nullptr || object_as<Loop>(call.input) != nullptr;
  return {is_called || call.input.kind() == Kind::function || call.input.is_undefined()};  // as Python's callable()
}

constexpr std::array kRows{
    Routine{.name = "!=", .run = compare<Comparison::not_equal>, .parameters = {"value"}, .required = 1},
    Routine{.name = "<", .run = compare<Comparison::less>, .parameters = {"value"}, .required = 1},
    Routine{.name = "<=", .run = compare<Comparison::less_equal>, .parameters = {"value"}, .required = 1},
    Routine{.name = "==", .run = compare<Comparison::equal>, .parameters = {"value"}, .required = 1},
    Routine{.name = ">", .run = compare<Comparison::greater>, .parameters = {"value"}, .required = 1},
    Routine{.name = ">=", .run = compare<Comparison::greater_equal>, .parameters = {"value"}, .required = 1},
    Routine{.name = "boolean", .run = boolean, .takes_undefined = true},
    Routine{.name = "callable", .run = callable, .takes_undefined = true},
    Routine{.name = "defined", .run = defined, .takes_undefined = true, .asks_if_defined = true},
    Routine{.name = "divisibleby", .run = divisibleby, .parameters = {"num"}, .required = 1},
    Routine{.name = "eq", .run = compare<Comparison::equal>, .parameters = {"value"}, .required = 1},
    Routine{.name = "equalto", .run = compare<Comparison::equal>, .parameters = {"value"}, .required = 1},
    Routine{.name = "escaped", .run = escaped_text, .takes_undefined = true},
    Routine{.name = "even", .run = even},
    Routine{.name = "false", .run = is_false_itself, .takes_undefined = true},
    Routine{.name = "float", .run = floating_number, .takes_undefined = true},
    Routine{.name = "ge", .run = compare<Comparison::greater_equal>, .parameters = {"value"}, .required = 1},
    Routine{.name = "greaterthan", .run = compare<Comparison::greater>, .parameters = {"value"}, .required = 1},
    Routine{.name = "gt", .run = compare<Comparison::greater>, .parameters = {"value"}, .required = 1},
    Routine{
        .name = "in", .run = compare<Comparison::in>, .parameters = {"seq"}, .required = 1, .takes_undefined = true},
    Routine{.name = "integer", .run = integer_number, .takes_undefined = true},
    Routine{.name = "iterable", .run = iterable},
    Routine{.name = "le", .run = compare<Comparison::less_equal>, .parameters = {"value"}, .required = 1},
    Routine{.name = "lessthan", .run = compare<Comparison::less>, .parameters = {"value"}, .required = 1},
    Routine{.name = "lower", .run = lower},
    Routine{.name = "lt", .run = compare<Comparison::less>, .parameters = {"value"}, .required = 1},
    Routine{.name = "mapping", .run = mapping, .takes_undefined = true},
    Routine{.name = "ne", .run = compare<Comparison::not_equal>, .parameters = {"value"}, .required = 1},
    Routine{.name = "none", .run = none, .takes_undefined = true},
    Routine{.name = "number", .run = number, .takes_undefined = true},
    Routine{.name = "odd", .run = odd},
    Routine{.name = "sequence", .run = sequence, .takes_undefined = true},
    Routine{.name = "string", .run = string, .takes_undefined = true},
    Routine{.name = "true", .run = is_true_itself, .takes_undefined = true},
    Routine{.name = "undefined", .run = undefined, .takes_undefined = true, .asks_if_defined = true},
    Routine{.name = "upper", .run = upper},
};

}  // namespace

std::span<const Routine> value_tests() { return kRows; }

}  // namespace armillary::templating
