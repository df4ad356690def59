#include "templating/routine.h"

#include <algorithm>

#include "base/suggest.h"
#include "templating/operators.h"
#include "templating/routine_tables.h"
#include "templating/templating_messages.h"
#include "templating/text_of.h"

namespace armillary::templating {
namespace {

const Routine* find_in(std::span<const Routine> table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Routine& r) { return r.name == name; });
  return found == table.end() ? nullptr : &*found;
}

using Tables = std::array<std::span<const Routine>, 5>;

Tables filter_tables() { return {text_filters(), html_filters(), number_filters(), list_filters(), choice_filters()}; }

// What Python's dict has, so that a key of the same name is reached only as map['name'].
constexpr std::array<std::string_view, 11> kMapAttributes{"clear", "copy",    "fromkeys",   "get",    "items", "keys",
                                                          "pop",   "popitem", "setdefault", "update", "values"};

void append_names(std::span<const Routine> table, std::vector<std::string_view>& names) {
  for (const Routine& routine : table) names.push_back(routine.name);
}

}  // namespace

std::size_t Routine::parameter_count() const {
  std::size_t count = 0;
  while (count < parameters.size() && !parameters[count].empty()) ++count;
  return count;
}

std::size_t Routine::index_of(std::string_view parameter) const {
  const std::size_t count = parameter_count();
  std::size_t index = 0;
  while (index < count && parameters[index] != parameter) ++index;
  return index;
}

const Routine* find_filter(std::string_view name) {
  for (const std::span<const Routine> table : filter_tables()) {
    if (const Routine* found = find_in(table, name)) return found;
  }
  return nullptr;
}

const Routine* find_test(std::string_view name) { return find_in(value_tests(), name); }
const Routine* find_text_method(std::string_view name) { return find_in(text_methods(), name); }
const Routine* find_map_method(std::string_view name) { return find_in(map_methods(), name); }
const Routine* find_loop_method(std::string_view name) { return find_in(loop_methods(), name); }
const Routine* find_builtin(std::string_view name) { return find_in(builtins(), name); }

bool is_map_attribute(std::string_view name) {
  return std::find(kMapAttributes.begin(), kMapAttributes.end(), name) != kMapAttributes.end();
}

std::vector<std::string_view> filter_names() {
  std::vector<std::string_view> names;
  for (const std::span<const Routine> table : filter_tables()) append_names(table, names);
  return names;
}

std::vector<std::string_view> test_names() {
  std::vector<std::string_view> names;
  append_names(value_tests(), names);
  return names;
}

std::vector<std::string_view> builtin_names() {
  std::vector<std::string_view> names;
  append_names(builtins(), names);
  return names;
}

Value invoke(const Routine& routine, std::string_view what, Renderer& renderer, const Place& place, const Value& input,
             std::span<const Value* const> positional, std::span<const NamedValue> named) {
  if (!routine.takes_undefined) require_defined(input, place);
  const std::size_t count = routine.parameter_count();
  std::array<const Value*, kMaxParameters> arguments{};
  if (positional.size() > count && !routine.takes_rest) fail(place, kTooManyArguments, what, count, positional.size());
  const std::size_t taken = std::min(count, positional.size());
  std::copy_n(positional.begin(), taken, arguments.begin());
  std::vector<NamedValue> other;
  for (const NamedValue& argument : named) {
    const std::size_t index = routine.index_of(argument.name);
    if (index == count && !routine.takes_rest) {
      const auto* const names = routine.parameters.begin();
      fail(place, kUnknownArgument, what, argument.name, did_you_mean(argument.name, {names, names + count}));
    }
    if (index == count) {
      other.push_back(argument);
    } else if (arguments[index] != nullptr) {
      fail(place, kRepeatedArgument, argument.name, what);
    } else {
      arguments[index] = argument.value;
    }
  }
  for (std::size_t i = 0; i < routine.required; ++i) {
    if (arguments[i] == nullptr) fail(place, kMissingArgument, what, routine.parameters[i]);
  }
  return routine.run(
      {renderer, routine.name, place, input, {arguments.data(), count}, positional.subspan(taken), other});
}

// --- What the routines share

void fail_argument(const Invocation& call, std::string_view why) {
  fail(call.place, kBadArgument, "'" + std::string(call.name) + "'", why);
}

void fail_input(const Invocation& call, std::string_view needed) {
  if (call.input.is_undefined()) fail_undefined(call.input, call.place);
  fail(call.place, kWrongType, "'" + std::string(call.name) + "'", needed, describe(call.input));
}

bool flag(const Invocation& call, std::size_t index, bool fallback) {
  const Value* argument = call.argument(index);
  return argument != nullptr ? is_true(*argument, call.place) : fallback;
}

std::int64_t integer(const Invocation& call, std::size_t index, std::int64_t fallback) {
  const Value* argument = call.argument(index);
  if (argument == nullptr) return fallback;
  if (argument->is_undefined()) fail_undefined(*argument, call.place);
  const auto number = integer_of(*argument);
  if (!number) fail_argument(call, "an argument must be a whole number, not " + describe(*argument));
  return *number;
}

std::optional<Value> text(const Invocation& call, std::size_t index) {
  const Value* argument = call.argument(index);
  if (argument == nullptr || argument->is_none()) return std::nullopt;
  if (argument->is_undefined()) fail_undefined(*argument, call.place);
  if (!argument->is_text()) fail_argument(call, "an argument must be text, not " + describe(*argument));
  return *argument;
}

Value input_text(const Invocation& call) { return as_text(call.input, call.place); }

Value text_like(const Value& original, std::string text) {
  return original.is_html() ? Value::html(std::move(text)) : Value(std::move(text));
}

}  // namespace armillary::templating
