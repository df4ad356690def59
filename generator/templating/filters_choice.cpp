// Filters that look into the items of a sequence: to change, choose, sort and group them.
#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>
#include <vector>

#include "base/suggest.h"
#include "templating/attributes.h"
#include "templating/iterate.h"
#include "templating/object.h"
#include "templating/operators.h"
#include "templating/python_text.h"
#include "templating/routine_tables.h"
#include "templating/templating_messages.h"

namespace armillary::templating {
namespace {

// --- Items one by one

// What a sequence that is worked out step by step keeps of its call: the call itself is over by then.
struct Kept {
  Renderer* renderer;
  Place place;
  std::string name;
  Value input;
  Array arguments;
  std::vector<std::pair<std::string, Value>> named;

  explicit Kept(const Invocation& call)
      : renderer(&call.renderer), place(call.place), name(call.name), input(call.input) {
    for (const Value* argument : call.rest) arguments.push_back(*argument);
    for (const NamedValue& argument : call.named) named.emplace_back(argument.name, *argument.value);
  }

  // Calls a routine with the arguments from `first` on.
  Value run(const Routine& routine, const Value& item, std::size_t first) const {
    std::vector<const Value*> positional;
    for (std::size_t i = first; i < arguments.size(); ++i) positional.push_back(&arguments[i]);
    std::vector<NamedValue> with_names;
    for (const auto& [key, value] : named) with_names.push_back({key, &value});
    const std::string what = "'" + std::string(routine.name) + "'";
    return invoke(routine, what, *renderer, place, item, positional, with_names);
  }
};

// Goes through the input when it is asked to; `step` makes an item of each, or leaves it out.
template <typename Step>
Value step_by_step(const std::shared_ptr<const Kept>& kept, Step step) {
  auto next = [kept, step, cursor = std::optional<Cursor>()](Value& result) mutable {
    if (!cursor) {
      const bool has_items = is_true(kept->input, kept->place);
      cursor = has_items ? Cursor(kept->input, kept->place) : Cursor();
    }
    while (const Value* item = cursor->next()) {
      if (step(*item, result)) return true;
    }
    return false;
  };
  return make_generator(std::move(next), kept->input.nesting() + 1);
}

const Routine& routine_named(const Kept& kept, std::size_t index, bool is_test) {
  const Value& name = kept.arguments[index];
  require_defined(name, kept.place);
  if (!name.is_text()) fail(kept.place, kWrongType, "'" + kept.name + "'", "a name in quotes", describe(name));
  const std::string_view wanted = name.text();
  const Routine* routine = is_test ? find_test(wanted) : find_filter(wanted);
  if (routine != nullptr) return *routine;
  if (is_test) fail(kept.place, kUnknownTest, wanted, did_you_mean(wanted, test_names()));
  fail(kept.place, kUnknownFilter, wanted, did_you_mean(wanted, filter_names()));
}

Value map_attribute(const std::shared_ptr<const Kept>& kept) {
  const Value* path = nullptr;
  const Value* fallback = nullptr;
  for (const auto& [name, value] : kept->named) {
    if (name == "attribute") {
      path = &value;
    } else if (name == "default") {
      fallback = &value;
    } else {
      fail(kept->place, kUnknownArgument, "'map'", name, did_you_mean(name, {"attribute", "default"}));
    }
  }
  return step_by_step(kept, [kept, path, fallback](const Value& item, Value& result) {
    result = follow_path(item, *path, kept->place, fallback);
    return true;
  });
}

Value map(const Invocation& call) {
  const auto kept = std::make_shared<const Kept>(call);
  const bool has_attribute = std::any_of(call.named.begin(), call.named.end(),
                                         [](const NamedValue& argument) { return argument.name == "attribute"; });
  if (kept->arguments.empty() && has_attribute) return map_attribute(kept);
  if (kept->arguments.empty()) fail_argument(call, "name a filter, or an attribute with 'attribute='");
  return step_by_step(kept,
                      [kept, routine = static_cast<const Routine*>(nullptr)](const Value& item, Value& result) mutable {
                        if (routine == nullptr) routine = &routine_named(*kept, 0, false);
                        result = kept->run(*routine, item, 1);
                        return true;
                      });
}

// Keeps the items for which a test holds, or does not hold. `by_attribute`: the test is of an attribute, which is
// the first argument. Without a test the value itself counts as true or false.
Value chosen(const Invocation& call, bool wanted, bool by_attribute) {
  const auto kept = std::make_shared<const Kept>(call);
  const std::size_t test = by_attribute ? 1 : 0;
  if (kept->arguments.size() < test) fail_argument(call, "name an attribute");
  const Routine* known = nullptr;
  return step_by_step(kept, [kept, wanted, by_attribute, test, known](const Value& item, Value& result) mutable {
    const Value tested = by_attribute ? follow_path(item, kept->arguments[0], kept->place) : item;
    const bool has_test = kept->arguments.size() > test;
    if (has_test && known == nullptr) known = &routine_named(*kept, test, true);
    const bool holds = has_test ? kept->run(*known, tested, test + 1).boolean() : is_true(tested, kept->place);
    if (holds == wanted) result = item;
    return holds == wanted;
  });
}

Value select(const Invocation& call) { return chosen(call, true, false); }
Value reject(const Invocation& call) { return chosen(call, false, false); }
Value selectattr(const Invocation& call) { return chosen(call, true, true); }
Value rejectattr(const Invocation& call) { return chosen(call, false, true); }

// --- Order

Value without_case(const Value& value) { return value.is_text() ? Value(to_lower(value.text())) : value; }

struct Keyed {
  Array keys;
  Value item;
};

const Value* path_argument(const Invocation& call, std::size_t index) {
  const Value* path = call.argument(index);
  return path == nullptr || path->is_none() ? nullptr : path;
}

// The value that an item is compared by.
Value key_of(const Invocation& call, const Value& item, const Value* path, bool with_case,
             const Value* fallback = nullptr) {
  const Value key = path != nullptr ? follow_path(item, *path, call.place, fallback) : item;
  return with_case ? key : without_case(key);
}

// `sort` compares lists of keys, in which equal ones need no order; the others compare their one key.
bool keys_less(const Array& a, const Array& b, bool as_list, const Place& place) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!as_list || !is_equal(a[i], b[i], place)) return is_less(a[i], b[i], place);
  }
  return false;
}

void sort_by_keys(std::vector<Keyed>& items, bool as_list, bool descending, const Place& place) {
  std::stable_sort(items.begin(), items.end(), [&](const Keyed& a, const Keyed& b) {
    return descending ? keys_less(b.keys, a.keys, as_list, place) : keys_less(a.keys, b.keys, as_list, place);
  });
}

Value sort(const Invocation& call) {
  const bool descending = flag(call, 0);
  const bool with_case = flag(call, 1);
  const Value* paths = path_argument(call, 2);
  std::vector<Value> parts;
  if (paths != nullptr && paths->is_text()) {
    for (const std::string_view path : split(paths->text(), ",")) parts.emplace_back(path);
  } else if (paths != nullptr) {
    parts.push_back(*paths);
  }
  std::vector<Keyed> items;
  for (Value& item : items_of(call.input, call.place)) {
    Keyed& keyed = items.emplace_back(Keyed{{}, std::move(item)});
    for (const Value& part : parts) keyed.keys.push_back(key_of(call, keyed.item, &part, with_case));
    if (parts.empty()) keyed.keys.push_back(key_of(call, keyed.item, nullptr, with_case));
  }
  sort_by_keys(items, true, descending, call.place);
  Array result;
  for (Keyed& keyed : items) result.push_back(std::move(keyed.item));
  return {std::move(result)};
}

Value dictsort(const Invocation& call) {
  if (!call.input.is_map()) fail_input(call, "a mapping");
  const bool with_case = flag(call, 0);
  const Value by = text(call, 1).value_or(Value("key"));
  if (by.text() != "key" && by.text() != "value") fail_argument(call, "it sorts by 'key' or by 'value'");
  const bool by_key = by.text() == "key";
  std::vector<Keyed> items;
  for (const auto& [name, value] : call.input.map().entries()) {
    const Value key(name.text());
    const Value compared = by_key ? key : value;
    items.push_back({{with_case ? compared : without_case(compared)}, Value::list({key, value}, ListKind::tuple)});
  }
  sort_by_keys(items, false, flag(call, 2), call.place);
  Array result;
  for (Keyed& keyed : items) result.push_back(std::move(keyed.item));
  return {std::move(result)};
}

Value extreme(const Invocation& call, bool greatest) {
  const bool with_case = flag(call, 0);
  const Value* path = path_argument(call, 1);
  Cursor cursor(call.input, call.place);
  std::optional<Keyed> best;
  while (const Value* item = cursor.next()) {
    Array key{key_of(call, *item, path, with_case)};
    const bool is_better =
        !best || (greatest ? is_less(best->keys[0], key[0], call.place) : is_less(key[0], best->keys[0], call.place));
    if (is_better) best = Keyed{std::move(key), *item};
  }
  return best ? best->item : undefined_note(call.place, "there is no such item, as there are no items");
}

Value min(const Invocation& call) { return extreme(call, false); }
Value max(const Invocation& call) { return extreme(call, true); }

// --- Groups

// A text that is the same for equal values, as a hash is in Python.
std::string identity_of(const Value& value, const Place& place) {
  require_defined(value, place);
  if (value.is_text()) return "t" + std::string(value.text());
  if (const auto number = number_of(value)) {
    const bool is_whole =
        !number->is_integer && std::trunc(number->floating) == number->floating && std::abs(number->floating) < 1e18;
    if (number->is_integer) return "n" + std::to_string(number->integer);
    return "n" + (is_whole
                      ? std::to_string(static_cast<std::int64_t>(number->floating))
                      : std::to_string(number->floating) + "/" + std::to_string(std::hash<double>()(number->floating)));
  }
  if (value.is_none()) return "0";
  const bool is_tuple = value.is_array() && value.list_kind() != ListKind::list;
  if (!is_tuple) fail(place, kWrongType, "'unique'", "text, numbers or tuples to compare", describe(value));
  std::string out = "(";
  for (const Value& item : value.array()) {
    const std::string part = identity_of(item, place);
    out += std::to_string(part.size()) + ":" + part;
  }
  return out;
}

Value unique(const Invocation& call) {
  const auto kept = std::make_shared<const Kept>(call);
  const bool with_case = flag(call, 0);
  const Value* given = path_argument(call, 1);
  const Value path = given != nullptr ? *given : Value::none();
  const auto seen = std::make_shared<std::unordered_set<std::string>>();
  return step_by_step(kept, [kept, with_case, path, seen](const Value& item, Value& result) {
    const Value compared = follow_path(item, path, kept->place);
    const Value key = with_case ? compared : without_case(compared);
    if (!seen->insert(identity_of(key, kept->place)).second) return false;
    result = item;
    return true;
  });
}

Value groupby(const Invocation& call) {
  const Value* path = path_argument(call, 0);
  const Value* fallback = path_argument(call, 1);
  const bool with_case = flag(call, 2);
  std::vector<Keyed> items;
  for (Value& item : items_of(call.input, call.place)) {
    Array key{key_of(call, item, path, with_case, fallback)};
    items.push_back({std::move(key), std::move(item)});
  }
  sort_by_keys(items, false, false, call.place);
  Array groups;
  for (std::size_t begin = 0; begin < items.size();) {
    Array group;
    std::size_t end = begin;
    for (; end < items.size() && is_equal(items[end].keys[0], items[begin].keys[0], call.place); ++end) {
      group.push_back(items[end].item);
    }
    Value grouper = key_of(call, items[begin].item, path, true, fallback);
    groups.push_back(Value::list({std::move(grouper), Value(std::move(group))}, ListKind::group));
    begin = end;
  }
  return {std::move(groups)};
}

constexpr std::array kRows{
    Routine{.name = "dictsort", .run = dictsort, .parameters = {"case_sensitive", "by", "reverse"}},
    Routine{.name = "groupby", .run = groupby, .parameters = {"attribute", "default", "case_sensitive"}, .required = 1},
    Routine{.name = "map",
            .run = map,
            .takes_rest = true,
            .takes_undefined = true,
            .is_pure = false,
            .inner = Routine::Inner::filter},
    Routine{.name = "max", .run = max, .parameters = {"case_sensitive", "attribute"}},
    Routine{.name = "min", .run = min, .parameters = {"case_sensitive", "attribute"}},
    Routine{.name = "reject",
            .run = reject,
            .takes_rest = true,
            .takes_undefined = true,
            .is_pure = false,
            .inner = Routine::Inner::test},
    Routine{.name = "rejectattr",
            .run = rejectattr,
            .takes_rest = true,
            .takes_undefined = true,
            .is_pure = false,
            .inner = Routine::Inner::test,
            .inner_index = 1},
    Routine{.name = "select",
            .run = select,
            .takes_rest = true,
            .takes_undefined = true,
            .is_pure = false,
            .inner = Routine::Inner::test},
    Routine{.name = "selectattr",
            .run = selectattr,
            .takes_rest = true,
            .takes_undefined = true,
            .is_pure = false,
            .inner = Routine::Inner::test,
            .inner_index = 1},
    Routine{.name = "sort", .run = sort, .parameters = {"reverse", "case_sensitive", "attribute"}},
    Routine{.name = "unique", .run = unique, .parameters = {"case_sensitive", "attribute"}, .takes_undefined = true},
};

}  // namespace

std::span<const Routine> choice_filters() { return kRows; }

}  // namespace armillary::templating
