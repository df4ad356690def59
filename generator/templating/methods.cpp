// The methods of texts, mappings and loops, and the functions that every template has.
#include <algorithm>
#include <array>
#include <limits>

#include "templating/iterate.h"
#include "templating/object.h"
#include "templating/operators.h"
#include "templating/python_text.h"
#include "templating/renderer.h"
#include "templating/routine_tables.h"
#include "templating/templating_messages.h"
#include "templating/text_of.h"

namespace armillary::templating {
namespace {

// --- Texts

Value upper(const Invocation& call) { return text_like(call.input, to_upper(call.input.text())); }
Value lower(const Invocation& call) { return text_like(call.input, to_lower(call.input.text())); }
Value title(const Invocation& call) { return text_like(call.input, title_of_letters(call.input.text())); }
Value capitalize(const Invocation& call) { return text_like(call.input, capitalized(call.input.text())); }

// A text or a tuple of texts.
template <typename Matches>
bool any_of_texts(const Invocation& call, Matches matches) {
  const Value& wanted = *call.argument(0);
  const bool is_tuple = wanted.is_array() && wanted.list_kind() != ListKind::list;
  const auto is_match = [&](const Value& candidate) {
    require_defined(candidate, call.place);
    if (!candidate.is_text()) fail_argument(call, "an argument must be text, not " + describe(candidate));
    return matches(candidate.text());
  };
  return is_tuple ? std::ranges::any_of(wanted.array(), is_match) : is_match(wanted);
}

Value startswith(const Invocation& call) {
  return {any_of_texts(call, [&](std::string_view text) { return call.input.text().starts_with(text); })};
}

Value endswith(const Invocation& call) {
  return {any_of_texts(call, [&](std::string_view text) { return call.input.text().ends_with(text); })};
}

// An argument, escaped if it meets HTML.
Value matching(const Invocation& call, const Value& argument) {
  return call.input.is_html() ? escaped(argument, call.place) : argument;
}

Value strip_method(const Invocation& call) {
  const std::optional<Value> characters = text(call, 0);
  if (!characters) return text_like(call.input, std::string(strip(call.input.text())));
  const Value taken_off = matching(call, *characters);
  return text_like(call.input, std::string(strip(call.input.text(), taken_off.text())));
}

Value split_method(const Invocation& call) {
  const std::optional<Value> separator = text(call, 0);
  const std::int64_t limit = std::max(integer(call, 1, kAll), kAll);
  if (separator && separator->text().empty()) fail_argument(call, "the separator is empty");
  const std::string_view whole = call.input.text();
  Array parts;
  for (const std::string_view part : separator ? split(whole, separator->text(), limit) : split_words(whole, limit)) {
    parts.push_back(text_like(call.input, std::string(part)));
  }
  return {std::move(parts)};
}

Value replace(const Invocation& call) {
  const std::optional<Value> old = text(call, 0);
  const std::optional<Value> with = text(call, 1);
  if (!old || !with) fail_argument(call, "an argument must be text, not none");
  const Value from = matching(call, *old);
  const Value to = matching(call, *with);
  const std::int64_t limit = std::max(integer(call, 2, kAll), kAll);
  return text_like(call.input, replaced(call.input.text(), from.text(), to.text(), limit));
}

Value join(const Invocation& call) {
  std::string out;
  bool is_first = true;
  for (const Value& part : items_of(*call.argument(0), call.place)) {
    require_defined(part, call.place);
    if (!call.input.is_html() && !part.is_text()) fail_argument(call, "it joins texts, not " + describe(part));
    if (!is_first) out += call.input.text();
    is_first = false;
    if (call.input.is_html()) {
      append_output(out, part, call.place);
    } else {
      out += part.text();
    }
  }
  return text_like(call.input, std::move(out));
}

constexpr std::array kTextMethods{
    Routine{.name = "capitalize", .run = capitalize},
    Routine{.name = "endswith", .run = endswith, .parameters = {"suffix"}, .required = 1},
    Routine{.name = "join", .run = join, .parameters = {"iterable"}, .required = 1},
    Routine{.name = "lower", .run = lower},
    Routine{.name = "replace", .run = replace, .parameters = {"old", "new", "count"}, .required = 2},
    Routine{.name = "split", .run = split_method, .parameters = {"sep", "maxsplit"}},
    Routine{.name = "startswith", .run = startswith, .parameters = {"prefix"}, .required = 1},
    Routine{.name = "strip", .run = strip_method, .parameters = {"chars"}},
    Routine{.name = "title", .run = title},
    Routine{.name = "upper", .run = upper},
};

// --- Mappings

Value keys(const Invocation& call) { return Value::part_of(call.input, MapPart::keys); }
Value values(const Invocation& call) { return Value::part_of(call.input, MapPart::values); }
Value items(const Invocation& call) { return Value::part_of(call.input, MapPart::items); }

Value get(const Invocation& call) {
  const Value& key = *call.argument(0);
  require_defined(key, call.place);
  const bool cannot_be_key = key.is_map() || (key.is_array() && key.list_kind() == ListKind::list);
  if (cannot_be_key) fail(call.place, kKeyNotText, describe(key));
  const Value* found = key.is_text() ? call.input.map().find(MapKey(key.text())) : nullptr;
  const Value* fallback = call.argument(1);
  if (found != nullptr) return *found;
  return fallback != nullptr ? *fallback : Value::none();
}

constexpr std::array kMapMethods{
    Routine{.name = "get", .run = get, .parameters = {"key", "default"}, .required = 1},
    Routine{.name = "items", .run = items},
    Routine{.name = "keys", .run = keys},
    Routine{.name = "values", .run = values},
};

// --- Loops

Value cycle(const Invocation& call) {
  if (call.rest.empty()) fail_argument(call, "give it the values to choose from");
  const auto index = static_cast<std::size_t>(std::max<std::int64_t>(0, object_as<Loop>(call.input)->index0()));
  return *call.rest[index % call.rest.size()];
}

Value changed(const Invocation& call) {
  Array now;
  for (const Value* value : call.rest) now.push_back(*value);
  return {object_as<Loop>(call.input)->changed(std::move(now), call.place)};
}

constexpr std::array kLoopMethods{
    Routine{.name = "changed", .run = changed, .takes_rest = true},
    Routine{.name = "cycle", .run = cycle, .takes_rest = true},
};

// --- Functions

Value range(const Invocation& call) {
  const bool has_stop = call.argument(1) != nullptr;
  Range result;
  result.start = has_stop ? integer(call, 0) : 0;
  result.written_stop = has_stop ? integer(call, 1) : integer(call, 0);
  result.step = integer(call, 2, 1);
  if (result.step == 0) fail_argument(call, "the step cannot be zero");
  const bool is_up = result.step > 0;
  const bool is_empty = is_up ? result.start >= result.written_stop : result.start <= result.written_stop;
  if (is_empty) return make_object(result);
  std::int64_t distance = 0;
  const std::int64_t low = is_up ? result.start : result.written_stop;
  const std::int64_t high = is_up ? result.written_stop : result.start;
  const bool is_too_long =
      __builtin_sub_overflow(high, low, &distance) || result.step == std::numeric_limits<std::int64_t>::min();
  if (is_too_long) fail(call.place, kIntegerOverflow, "range");
  result.size = 1 + (distance - 1) / (is_up ? result.step : -result.step);
  return make_object(result);
}

// A mapping and named values together.
Map map_of(const Invocation& call) {
  Map result;
  if (const Value* given = call.argument(0)) {
    require_defined(*given, call.place);
    if (given->is_map()) {
      result = given->map();
    } else {
      for (const Value& pair : items_of(*given, call.place)) {
        const Array parts = items_of(pair, call.place);
        if (parts.size() != 2) fail(call.place, kWrongUnpacking, 2, parts.size());
        if (!parts[0].is_text()) fail(call.place, kKeyNotText, describe(parts[0]));
        result.set(std::string(parts[0].text()), parts[1]);
      }
    }
  }
  for (const NamedValue& argument : call.named) result.set(std::string(argument.name), *argument.value);
  return result;
}

Value dict(const Invocation& call) {
  if (!call.rest.empty()) fail_argument(call, "it takes one mapping, and values with names");
  return {map_of(call)};
}

Value namespace_object(const Invocation& call) {
  if (!call.rest.empty()) fail_argument(call, "it takes one mapping, and values with names");
  return call.renderer.make_namespace(map_of(call));
}

constexpr std::array kBuiltins{
    Routine{.name = "dict", .run = dict, .parameters = {" mapping"}, .takes_rest = true},
    Routine{.name = "namespace", .run = namespace_object, .parameters = {" mapping"}, .takes_rest = true},
    Routine{.name = "range", .run = range, .parameters = {"start", "stop", "step"}, .required = 1},
};

}  // namespace

std::span<const Routine> text_methods() { return kTextMethods; }
std::span<const Routine> map_methods() { return kMapMethods; }
std::span<const Routine> loop_methods() { return kLoopMethods; }
std::span<const Routine> builtins() { return kBuiltins; }

}  // namespace armillary::templating
