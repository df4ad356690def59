#include "templating/attributes.h"

#include <algorithm>

#include "templating/object.h"
#include "templating/operators.h"
#include "templating/parse_number.h"
#include "templating/python_text.h"
#include "templating/templating_messages.h"
#include "templating/text_of.h"

namespace armillary::templating {

using Kind = Value::Kind;

namespace {

const Value* method_of(const Value& object, const Routine* routine, std::string_view name, Value& made) {
  made = make_object(BoundMethod{object, routine, std::string(name)}, object.nesting() + 1);
  return &made;
}

const Value* in_group(const Value& group, std::string_view name) {
  if (group.list_kind() != ListKind::group) return nullptr;
  if (name == "grouper") return group.array().data();
  return name == "list" ? &group.array()[1] : nullptr;
}

const Value* neighbour(const Value* item, std::string_view note, Value& made) {
  made = item != nullptr ? *item : undefined_note({}, std::string(note));
  return &made;
}

const Value* in_loop(const Value& object, Loop& loop, std::string_view name, Value& made) {
  if (name == "previtem") return neighbour(loop.previous(), "there is no previous item in the loop", made);
  if (name == "nextitem") return neighbour(loop.peek(), "there is no next item in the loop", made);
  if (name == "index") {
    made = Value(loop.index0() + 1);
  } else if (name == "index0") {
    made = Value(loop.index0());
  } else if (name == "first") {
    made = Value(loop.index0() == 0);
  } else if (name == "last") {
    made = Value(loop.is_last());
  } else if (name == "length") {
    made = Value(loop.length());
  } else if (name == "revindex") {
    made = Value(loop.length() - loop.index0());
  } else if (name == "revindex0") {
    made = Value(loop.length() - loop.index0() - 1);
  } else if (name == "depth") {
    made = Value(1);
  } else if (name == "depth0") {
    made = Value(0);
  } else if (const Routine* routine = find_loop_method(name)) {
    return method_of(object, routine, name, made);
  } else {
    return nullptr;
  }
  return &made;
}

const Value* in_range(const Range& range, std::string_view name, Value& made) {
  if (name == "start") {
    made = Value(range.start);
  } else if (name == "stop") {
    made = Value(range.written_stop);
  } else if (name == "step") {
    made = Value(range.step);
  } else {
    return nullptr;
  }
  return &made;
}

const Value* in_object(const Value& object, std::string_view name, Value& made) {
  if (const auto* space = object_as<Namespace>(object)) return space->values.find(MapKey(name));
  if (const auto* module = object_as<Module>(object)) return module->exports.find(MapKey(name));
  if (auto* loop = object_as<Loop>(object)) return in_loop(object, *loop, name, made);
  if (const auto* range = object_as<Range>(object)) return in_range(*range, name, made);
  const auto* self = object_as<SelfReference>(object);
  const auto* block = object_as<BlockReference>(object);
  if (self != nullptr) made = block_of(*self, name);
  if (block != nullptr && name == "super") made = block_above(*block);
  const bool is_found = (self != nullptr || block != nullptr) && !made.is_undefined();
  return is_found ? &made : nullptr;
}

// An index from the end or the beginning; none outside.
std::optional<std::size_t> within(std::int64_t index, std::size_t size) {
  const auto length = static_cast<std::int64_t>(size);
  if (index < -length || index >= length) return std::nullopt;
  return static_cast<std::size_t>(index < 0 ? index + length : index);
}

const Value* at_index(const Value& object, std::int64_t index, Value& made) {
  if (object.is_array()) {
    const auto place = within(index, object.array().size());
    return place ? &object.array()[*place] : nullptr;
  }
  if (const auto* range = object_as<Range>(object)) {
    const auto place = within(index, static_cast<std::size_t>(range->size));
    if (!place) return nullptr;
    made = Value(range->at(static_cast<std::int64_t>(*place)));
    return &made;
  }
  if (!object.is_text()) return nullptr;
  const auto place = within(index, length_of(object.text()));
  if (!place) return nullptr;
  made = Value(character_at(object.text(), *place));
  if (object.is_html()) made = Value::markup(made);
  return &made;
}

bool is_all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

const Value* find_attribute(const Value& object, std::string_view name, Value& made) {
  switch (object.kind()) {
    case Kind::map:
      if (is_map_attribute(name)) return method_of(object, find_map_method(name), name, made);
      return object.map().find(MapKey(name));
    case Kind::text:
    case Kind::html:
      if (const Routine* routine = find_text_method(name)) return method_of(object, routine, name, made);
      return nullptr;
    case Kind::array:
      return in_group(object, name);
    case Kind::object:
      return in_object(object, name, made);
    default:
      return nullptr;
  }
}

const Value* find_item(const Value& object, const Value& index, Value& made) {
  if (const auto number = integer_of(index)) return at_index(object, *number, made);
  if (!index.is_text()) return nullptr;
  if (object.is_map()) {
    const Value* entry = object.map().find(MapKey(index.text()));
    if (entry != nullptr) return entry;
  }
  return find_attribute(object, index.text(), made);
}

Value follow_path(const Value& object, const Value& path, const Place& place, const Value* fallback) {
  require_defined(path, place);
  if (path.is_none()) return object;
  const bool is_path = path.is_text();
  const std::vector<std::string_view> parts =
      is_path ? split(path.text(), ".") : std::vector<std::string_view>{std::string_view()};
  Value current = object;
  for (const std::string_view part : parts) {
    Value index = path;
    if (is_path) {
      const auto number = is_all_digits(part) ? parse_integer(part, 10) : std::nullopt;
      index = number ? Value(*number) : Value(part);
    }
    if (current.is_undefined()) fail_undefined(current, place);
    Value made;
    const Value* found = find_item(current, index, made);
    const bool is_missing = found == nullptr || found->is_undefined();
    if (!is_missing) {
      current = Value(*found);
    } else if (fallback != nullptr && !fallback->is_none()) {
      current = *fallback;
    } else {
      current = found != nullptr ? Value(*found) : undefined_attribute(place, current, text_of(index, place));
    }
  }
  return current;
}

}  // namespace armillary::templating
