#include "templating/operators.h"

#include <algorithm>
#include <string>

#include "templating/arithmetic.h"
#include "templating/object.h"
#include "templating/python_text.h"
#include "templating/templating_messages.h"

namespace armillary::templating {

using ast::BinaryOperator;
using ast::Comparison;
using Kind = Value::Kind;

std::optional<Number> number_of(const Value& value) {
  switch (value.kind()) {
    case Kind::boolean:
      return Number{true, value.boolean() ? 1 : 0, value.boolean() ? 1.0 : 0.0};
    case Kind::integer:
      return Number{true, value.integer(), static_cast<double>(value.integer())};
    case Kind::floating:
      return Number{false, 0, value.floating()};
    default:
      return std::nullopt;
  }
}

std::optional<std::int64_t> integer_of(const Value& value) {
  if (value.kind() == Kind::integer) return value.integer();
  if (value.kind() == Kind::boolean) return value.boolean() ? 1 : 0;
  return std::nullopt;
}

std::optional<std::size_t> length_of_value(const Value& value) {
  switch (value.kind()) {
    case Kind::text:
    case Kind::html:
      return length_of(value.text());
    case Kind::array:
      return value.array().size();
    case Kind::map:
    case Kind::map_keys:
    case Kind::map_values:
    case Kind::map_items:
      return value.map().size();
    case Kind::undefined:
      return 0;
    case Kind::object:
      if (const auto* range = object_as<Range>(value)) return static_cast<std::size_t>(range->size);
      if (auto* loop = object_as<Loop>(value)) return static_cast<std::size_t>(loop->length());
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

bool is_true(const Value& value, const Place& place) {
  switch (value.kind()) {
    case Kind::undefined:
      require_defined(value, place);
      return false;
    case Kind::none:
      return false;
    case Kind::boolean:
      return value.boolean();
    case Kind::integer:
      return value.integer() != 0;
    case Kind::floating:
      return value.floating() != 0;
    case Kind::text:
    case Kind::html:
      return !value.text().empty();
    default:
      return length_of_value(value).value_or(1) > 0;
  }
}

// --- Comparing

namespace {

bool numbers_equal(const Number& a, const Number& b) {
  if (a.is_integer && b.is_integer) return a.integer == b.integer;
  return a.floating == b.floating;
}

bool lists_equal(const Array& a, const Array& b, const Place& place) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [&](const Value& x, const Value& y) { return is_equal(x, y, place); });
}

bool maps_equal(const Map& a, const Map& b, const Place& place) {
  if (a.size() != b.size()) return false;
  return std::all_of(a.entries().begin(), a.entries().end(), [&](const auto& entry) {
    const Value* other = b.find(entry.key);
    return other != nullptr && is_equal(entry.value, *other, place);
  });
}

bool ranges_equal(const Range& a, const Range& b) {
  if (a.size != b.size || a.size == 0) return a.size == b.size;
  return a.start == b.start && (a.size == 1 || a.step == b.step);
}

bool is_tuple(const Value& value) { return value.list_kind() != ListKind::list; }

bool objects_equal(const Value& a, const Value& b) {
  const auto* first = object_as<Range>(a);
  const auto* second = object_as<Range>(b);
  if (first != nullptr && second != nullptr) return ranges_equal(*first, *second);
  return a.shared_object() == b.shared_object();
}

bool lists_less(const Array& a, const Array& b, const Place& place) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    if (!is_equal(a[i], b[i], place)) return is_less(a[i], b[i], place);
  }
  return a.size() < b.size();
}

}  // namespace

bool is_equal(const Value& a, const Value& b, const Place& place) {
  require_defined(a, place);
  require_defined(b, place);
  if (a.is_text()) return b.is_text() && a.text() == b.text();
  if (const auto first = number_of(a)) {
    const auto second = number_of(b);
    return second && numbers_equal(*first, *second);
  }
  if (a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case Kind::array:
      return is_tuple(a) == is_tuple(b) && lists_equal(a.array(), b.array(), place);
    case Kind::map:
      return maps_equal(a.map(), b.map(), place);
    case Kind::map_keys:
    case Kind::map_values:
    case Kind::map_items:
      return &a.map() == &b.map();
    case Kind::function:
      return &a.function() == &b.function();
    case Kind::object:
      return objects_equal(a, b);
    default:
      return true;  // none, and the lenient undefined
  }
}

bool is_less(const Value& a, const Value& b, const Place& place) {
  if (a.is_undefined()) fail_undefined(a, place);
  if (b.is_undefined()) fail_undefined(b, place);
  if (a.is_text() && b.is_text()) return a.text() < b.text();
  const auto first = number_of(a);
  const auto second = number_of(b);
  if (first && second) {
    return first->is_integer && second->is_integer ? first->integer < second->integer
                                                   : first->floating < second->floating;
  }
  if (a.is_array() && b.is_array() && is_tuple(a) == is_tuple(b)) return lists_less(a.array(), b.array(), place);
  fail(place, kNotComparable, describe(a), describe(b));
}

bool compares(Comparison comparison, const Value& a, const Value& b, const Place& place) {
  switch (comparison) {
    case Comparison::equal:
      return is_equal(a, b, place);
    case Comparison::not_equal:
      return !is_equal(a, b, place);
    case Comparison::less:
      return is_less(a, b, place);
    case Comparison::greater:
      return is_less(b, a, place);
    case Comparison::less_equal:
      return is_less(a, b, place) || is_equal(a, b, place);
    case Comparison::greater_equal:
      return is_less(b, a, place) || is_equal(a, b, place);
    case Comparison::in:
      return contains(b, a, place);
    case Comparison::not_in:
      return !contains(b, a, place);
  }
  return false;
}

bool contains(const Value& container, const Value& item, const Place& place) {
  require_defined(container, place);
  if (container.is_text()) {
    require_defined(item, place);
    if (!item.is_text()) fail(place, kWrongType, "'in' a text", "text", describe(item));
    return container.text().find(item.text()) != std::string_view::npos;
  }
  if (container.kind() == Kind::map || container.kind() == Kind::map_keys) {
    require_defined(item, place);
    const bool cannot_be_key = item.is_array() ? !is_tuple(item) : item.is_map();
    if (cannot_be_key) fail(place, kKeyNotText, describe(item));
    return item.is_text() && container.map().find(MapKey(item.text())) != nullptr;
  }
  Cursor cursor(container, place);
  while (const Value* other = cursor.next()) {
    if (is_equal(*other, item, place)) return true;
  }
  return false;
}

// --- Calculating

namespace {

std::string_view sign_of(BinaryOperator op) {
  switch (op) {
    case BinaryOperator::add:
      return "+";
    case BinaryOperator::sub:
      return "-";
    case BinaryOperator::mul:
      return "*";
    case BinaryOperator::div:
      return "/";
    case BinaryOperator::floor_div:
      return "//";
    case BinaryOperator::mod:
      return "%";
    case BinaryOperator::pow:
      return "**";
    case BinaryOperator::logical_and:
      return "and";
    case BinaryOperator::logical_or:
      return "or";
  }
  return {};
}

Value joined_lists(const Value& a, const Value& b) {
  Array items = a.array();
  items.insert(items.end(), b.array().begin(), b.array().end());
  return Value::list(std::move(items), is_tuple(a) ? ListKind::tuple : ListKind::list);
}

}  // namespace

Value calculate(BinaryOperator op, const Value& a, const Value& b, const Place& place) {
  if (op == BinaryOperator::mod && a.is_text()) return formatted(a, b, place);
  if (a.is_undefined()) fail_undefined(a, place);
  if (b.is_undefined()) fail_undefined(b, place);
  const auto first = number_of(a);
  const auto second = number_of(b);
  if (first && second) return calculate_numbers(op, *first, *second, place);
  if (op == BinaryOperator::add) {
    if (a.is_text() && b.is_text()) return joined_texts(a, b);
    if (a.is_array() && b.is_array() && is_tuple(a) == is_tuple(b)) return joined_lists(a, b);
  }
  if (op == BinaryOperator::mul) {
    const auto times = first ? integer_of(a) : integer_of(b);
    const Value& repeated_value = first ? b : a;
    if (times && (repeated_value.is_text() || repeated_value.is_array()))
      return repeated(repeated_value, *times, place);
  }
  fail(place, kWrongOperands, sign_of(op), describe(a), describe(b));
}

Value negated(const Value& value, const Place& place) {
  if (value.is_undefined()) fail_undefined(value, place);
  const auto number = number_of(value);
  if (!number) fail(place, kWrongType, "'-'", "a number", describe(value));
  if (!number->is_integer) return {-number->floating};
  return calculate_numbers(BinaryOperator::sub, Number{true, 0, 0}, *number, place);
}

Value with_plus_sign(const Value& value, const Place& place) {
  if (value.is_undefined()) fail_undefined(value, place);
  const auto number = number_of(value);
  if (!number) fail(place, kWrongType, "'+'", "a number", describe(value));
  return number->is_integer ? Value(number->integer) : Value(number->floating);
}

// --- Slices

namespace {

struct Slice {
  std::int64_t start;
  std::int64_t stop;
  std::int64_t step;
  std::int64_t count;
};

std::optional<std::int64_t> slice_end(const Value& value, const Place& place) {
  require_defined(value, place);
  if (value.is_none() || value.is_undefined()) return std::nullopt;
  const auto index = integer_of(value);
  if (!index) fail(place, kWrongType, "a slice", "whole numbers", describe(value));
  return index;
}

// Python's rules for ends that are negative, missing or outside.
Slice slice_within(std::int64_t length, std::optional<std::int64_t> start, std::optional<std::int64_t> stop,
                   std::int64_t step) {
  const std::int64_t lowest = step < 0 ? -1 : 0;
  const std::int64_t highest = step < 0 ? length - 1 : length;
  const auto within = [&](std::int64_t index) {
    if (index < 0) index = std::max(index, -length - 1) + length;
    return std::clamp(index, lowest, highest);
  };
  const std::int64_t first = start ? within(*start) : (step < 0 ? highest : lowest);
  const std::int64_t last = stop ? within(*stop) : (step < 0 ? lowest : highest);
  const std::int64_t distance = step < 0 ? first - last : last - first;
  if (distance <= 0) return {first, last, step, 0};
  // Not by the absolute value of the step, which may be the smallest number there is.
  const std::int64_t count = step < 0 ? 1 - (distance - 1) / step : 1 + (distance - 1) / step;
  return {first, last, step, count};
}

std::string sliced_text(std::string_view text, const Slice& slice) {
  if (slice.step == 1) {
    const std::size_t begin = byte_of(text, static_cast<std::size_t>(slice.start));
    text.remove_prefix(begin);
    return std::string(text.substr(0, byte_of(text, static_cast<std::size_t>(slice.count))));
  }
  std::vector<std::string_view> characters;
  for (std::size_t at = 0; at < text.size(); at += characters.back().size()) {
    characters.push_back(character_at(text.substr(at), 0));
  }
  std::string out;
  for (std::int64_t i = 0; i < slice.count; ++i) {
    out += characters[static_cast<std::size_t>(slice.start + i * slice.step)];
  }
  return out;
}

}  // namespace

Value slice_of(const Value& object, const Value& start, const Value& stop, const Value& step, const Place& place) {
  if (object.is_undefined()) fail_undefined(object, place);
  const bool has_slices = object.is_text() || object.is_array() || object_as<Range>(object) != nullptr;
  if (!has_slices) fail(place, kWrongType, "a slice", "a list or text", describe(object));
  const std::int64_t stride = slice_end(step, place).value_or(1);
  if (stride == 0) fail(place, kBadArgument, "a slice", "the step cannot be zero");
  const auto length = static_cast<std::int64_t>(*length_of_value(object));
  const Slice slice = slice_within(length, slice_end(start, place), slice_end(stop, place), stride);
  if (object.is_text()) {
    Value text(sliced_text(object.text(), slice));
    return object.is_html() ? Value::markup(text) : text;
  }
  if (const auto* range = object_as<Range>(object)) {
    Range part{range->at(slice.start), 1, slice.count, range->at(slice.stop)};
    if (__builtin_mul_overflow(range->step, slice.step, &part.step)) fail(place, kIntegerOverflow, ":");
    return make_object(part);
  }
  Array items;
  for (std::int64_t i = 0; i < slice.count; ++i) {
    items.push_back(object.array()[static_cast<std::size_t>(slice.start + i * slice.step)]);
  }
  return Value::list(std::move(items), is_tuple(object) ? ListKind::tuple : ListKind::list);
}

}  // namespace armillary::templating
