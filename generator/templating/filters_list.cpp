// Filters that take lists and other sequences as a whole.
#include <algorithm>
#include <array>
#include <memory>

#include "base/html_escape.h"
#include "templating/arithmetic.h"
#include "templating/attributes.h"
#include "templating/iterate.h"
#include "templating/object.h"
#include "templating/operators.h"
#include "templating/python_text.h"
#include "templating/routine_tables.h"
#include "templating/templating_messages.h"
#include "templating/text_of.h"

namespace armillary::templating {
namespace {

Value length(const Invocation& call) {
  const auto size = length_of_value(call.input);
  if (!size) fail_input(call, "text, a list or a mapping");
  return {*size};
}

Value list(const Invocation& call) { return {items_of(call.input, call.place)}; }

Value first(const Invocation& call) {
  Cursor cursor(call.input, call.place);
  const Value* item = cursor.next();
  return item != nullptr ? *item : undefined_note(call.place, "there is no first item, as there are no items");
}

// The items from the end to the beginning. None for what can be gone through in one direction only.
std::optional<Array> backwards(const Value& value, const Place& place) {
  const bool is_sequence = value.kind() != Value::Kind::object || object_as<Range>(value) != nullptr;
  if (!is_sequence) return std::nullopt;
  Array items = items_of(value, place);
  std::reverse(items.begin(), items.end());
  return items;
}

Value last(const Invocation& call) {
  if (call.input.is_array() && !call.input.array().empty()) return call.input.array().back();
  const auto items = backwards(call.input, call.place);
  if (!items) fail_input(call, "a sequence with an end, such as '|list' makes,");
  if (items->empty()) return undefined_note(call.place, "there is no last item, as there are no items");
  return call.input.is_html() ? Value::markup(items->front()) : items->front();
}

Value reverse(const Invocation& call) {
  if (call.input.is_text()) return text_like(call.input, reversed(call.input.text()));
  auto items = backwards(call.input, call.place);
  if (!items) {
    items = items_of(call.input, call.place);
    std::reverse(items->begin(), items->end());
    return {std::move(*items)};
  }
  auto next = [items = std::move(*items), at = std::size_t{0}](Value& item) mutable {
    if (at >= items.size()) return false;
    item = items[at++];
    return true;
  };
  return make_generator(std::move(next), call.input.nesting() + 1);
}

Value items(const Invocation& call) {
  if (call.input.is_undefined()) return make_generator([](Value&) { return false; }, 1);
  if (!call.input.is_map()) {
    return make_generator([place = call.place, what = describe(call.input)](
                              Value&) -> bool { fail(place, kWrongType, "'items'", "a mapping", what); },
                          1);
  }
  const auto pairs = std::make_shared<const Value>(Value::part_of(call.input, MapPart::items));
  auto next = [pairs, cursor = Cursor(*pairs, call.place)](Value& item) mutable {
    const Value* pair = cursor.next();
    if (pair != nullptr) item = *pair;
    return pair != nullptr;
  };
  return make_generator(std::move(next), call.input.nesting() + 1);
}

// --- join

// If the separator or an item is HTML, all that is not is escaped.
Value join(const Invocation& call) {
  const Value* given = call.argument(0);
  Value separator = given != nullptr ? as_text(*given, call.place) : Value("");
  Array parts = items_of(call.input, call.place);
  if (const Value* path = call.argument(1); path != nullptr && !path->is_none()) {
    for (Value& part : parts) part = follow_path(part, *path, call.place);
  }
  const bool is_html = separator.is_html() || std::any_of(parts.begin(), parts.end(), [](const Value& part) {
                         return part.is_html() || object_as<Module>(part) != nullptr;
                       });
  if (is_html) separator = escaped(separator, call.place);
  std::string out;
  for (const Value& part : parts) {
    if (&part != &parts.front()) out += separator.text();
    if (is_html) {
      append_output(out, part, call.place);
    } else {
      append_text(out, part, call.place);
    }
  }
  return is_html ? Value::html(std::move(out)) : Value(std::move(out));
}

// --- batch and slice

// A sequence made at once, but only when it is asked for.
template <typename Make>
Value made_when_asked(const Invocation& call, Make make) {
  auto next = [make, made = std::optional<Array>(), at = std::size_t{0}](Value& item) mutable {
    if (!made) made = make();
    if (at >= made->size()) return false;
    item = (*made)[at++];
    return true;
  };
  return make_generator(std::move(next), call.input.nesting() + 2);
}

Value fill_of(const Invocation& call) {
  const Value* fill = call.argument(1);
  return fill != nullptr ? *fill : Value::none();
}

Array batches(const Array& items, std::int64_t size, const Value& fill) {
  Array result;
  Array row;
  for (const Value& item : items) {
    if (static_cast<std::int64_t>(row.size()) == size) {
      result.emplace_back(std::move(row));
      row = Array();
    }
    row.push_back(item);
  }
  if (row.empty()) return result;
  while (!fill.is_none() && static_cast<std::int64_t>(row.size()) < size) row.push_back(fill);
  result.emplace_back(std::move(row));
  return result;
}

Value batch(const Invocation& call) {
  const std::int64_t size = integer(call, 0);
  return made_when_asked(call, [input = call.input, place = call.place, size, fill = fill_of(call)] {
    return batches(items_of(input, place), size, fill);
  });
}

Array slices(const Array& items, std::int64_t count, const Value& fill) {
  const auto length = static_cast<std::int64_t>(items.size());
  const std::int64_t size = length / count;
  const std::int64_t longer = length % count;  // so many slices have one item more
  Array result;
  auto at = items.begin();
  for (std::int64_t number = 0; number < count; ++number) {
    const auto end = at + size + (number < longer ? 1 : 0);
    Array part(at, end);
    if (!fill.is_none() && number >= longer) part.push_back(fill);
    result.emplace_back(std::move(part));
    at = end;
  }
  return result;
}

Value slice(const Invocation& call) {
  constexpr std::int64_t kMaxSlices = 1'000'000;
  const std::int64_t count = integer(call, 0);
  return made_when_asked(call, [input = call.input, place = call.place, count, fill = fill_of(call)] {
    const Array items = items_of(input, place);
    if (count == 0) fail(place, kDivisionByZero, "slice");
    if (count < 0) return Array();
    if (count > kMaxSlices) fail(place, kBadArgument, "'slice'", "that many slices");
    return slices(items, count, fill);
  });
}

// --- Other values

Value default_value(const Invocation& call) {
  const bool also_false = flag(call, 1);
  const bool is_wanted = !call.input.is_undefined() && !(also_false && !is_true(call.input, call.place));
  if (is_wanted) return call.input;
  const Value* given = call.argument(0);
  return given != nullptr ? *given : Value("");
}

// As object.name, but a key of a mapping is no attribute.
Value attr(const Invocation& call) {
  const std::optional<Value> name = text(call, 0);
  if (!name) fail_argument(call, "the name must be text");
  Value made;
  const bool is_key = call.input.is_map() && !is_map_attribute(name->text());
  const Value* found = is_key ? nullptr : find_attribute(call.input, name->text(), made);
  return found != nullptr ? Value(*found) : undefined_attribute(call.place, call.input, std::string(name->text()));
}

Value sum(const Invocation& call) {
  const Value* start = call.argument(1);
  Value total = start != nullptr ? *start : Value(0);
  if (total.is_text()) fail_argument(call, "texts are put together with 'join'");
  const Value* path = call.argument(0);
  const bool has_path = path != nullptr && !path->is_none();
  Cursor cursor(call.input, call.place);
  while (const Value* item = cursor.next()) {
    const Value addend = has_path ? follow_path(*item, *path, call.place) : *item;
    total = calculate(ast::BinaryOperator::add, total, addend, call.place);
  }
  return total;
}

constexpr std::array kRows{
    Routine{.name = "attr", .run = attr, .parameters = {"name"}, .required = 1},
    Routine{.name = "batch",
            .run = batch,
            .parameters = {"linecount", "fill_with"},
            .required = 1,
            .takes_undefined = true},
    Routine{.name = "count", .run = length},
    Routine{.name = "d",
            .run = default_value,
            .parameters = {"default_value", "boolean"},
            .takes_undefined = true,
            .asks_if_defined = true},
    Routine{.name = "default",
            .run = default_value,
            .parameters = {"default_value", "boolean"},
            .takes_undefined = true,
            .asks_if_defined = true},
    Routine{.name = "first", .run = first},
    Routine{.name = "items", .run = items, .takes_undefined = true},
    Routine{.name = "join", .run = join, .parameters = {"d", "attribute"}},
    Routine{.name = "last", .run = last},
    Routine{.name = "length", .run = length},
    Routine{.name = "list", .run = list},
    Routine{.name = "reverse", .run = reverse},
    Routine{
        .name = "slice", .run = slice, .parameters = {"slices", "fill_with"}, .required = 1, .takes_undefined = true},
    Routine{.name = "sum", .run = sum, .parameters = {"attribute", "start"}},
};

}  // namespace

std::span<const Routine> list_filters() { return kRows; }

}  // namespace armillary::templating
