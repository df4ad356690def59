// Filters, tests, methods and functions of the language: one row of a table each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "templating/failure.h"
#include "templating/value.h"

namespace armillary::templating {

class Renderer;

struct NamedValue {
  std::string_view name;
  const Value* value = nullptr;
};

// What a routine is given. Lives as long as the routine runs.
struct Invocation {
  Renderer& renderer;
  std::string_view name;                    // of the routine
  Place place;                              // of the filter, test or call
  const Value& input;                       // the filtered or tested value, the method's text or mapping
  std::span<const Value* const> arguments;  // in the order of the routine's parameters; null where not given
  std::span<const Value* const> rest;       // beyond the parameters
  std::span<const NamedValue> named;        // that are no parameters

  const Value* argument(std::size_t index) const { return index < arguments.size() ? arguments[index] : nullptr; }
};

inline constexpr std::size_t kMaxParameters = 4;

struct Routine {
  // What the first further argument may be the name of.
  enum class Inner : std::uint8_t { none, filter, test };

  std::string_view name;
  Value (*run)(const Invocation&) = nullptr;
  std::array<std::string_view, kMaxParameters> parameters{};
  std::uint8_t required = 0;     // how many of the parameters
  bool takes_rest = false;       // any further arguments, also with names
  bool takes_undefined = false;  // the input may be undefined; else that is an error before `run`
  bool is_pure = true;           // may be worked out once for all pages, given constants
  bool asks_if_defined = false;  // why the input is undefined will not be asked for
  Inner inner = Inner::none;
  std::uint8_t inner_index = 0;  // among all arguments

  std::size_t parameter_count() const;
  // The index of a parameter, or parameter_count().
  std::size_t index_of(std::string_view parameter) const;
};

const Routine* find_filter(std::string_view name);
const Routine* find_test(std::string_view name);
const Routine* find_text_method(std::string_view name);
const Routine* find_map_method(std::string_view name);
const Routine* find_loop_method(std::string_view name);
const Routine* find_builtin(std::string_view name);  // range, dict, namespace

// Whether a mapping has a method of this name in Python, so that `map.name` never means the key.
bool is_map_attribute(std::string_view name);

std::vector<std::string_view> filter_names();
std::vector<std::string_view> test_names();
std::vector<std::string_view> builtin_names();

// Gives positional and named values to the parameters and runs; wrong arguments are errors at `place`. `what`
// names the routine in messages: "filter 'join'".
Value invoke(const Routine& routine, std::string_view what, Renderer& renderer, const Place& place, const Value& input,
             std::span<const Value* const> positional, std::span<const NamedValue> named);

}  // namespace armillary::templating
