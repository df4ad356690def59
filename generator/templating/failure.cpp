#include "templating/failure.h"

#include <algorithm>
#include <vector>

#include "base/suggest.h"
#include "templating/object.h"
#include "templating/templating_messages.h"

namespace armillary::templating {
namespace {

// A longer piece of source in a message hides what it is about.
constexpr std::size_t kMaxNamedObject = 60;

std::vector<std::string_view> attribute_names(const Value& object) {
  const Map* entries = nullptr;
  if (object.is_map()) entries = &object.map();
  if (const auto* space = object_as<Namespace>(object)) entries = &space->values;
  if (const auto* module = object_as<Module>(object)) entries = &module->exports;
  if (object_as<Loop>(object) != nullptr) {
    return {"index", "index0", "first", "last", "length", "revindex", "revindex0", "previtem", "nextitem", "cycle"};
  }
  std::vector<std::string_view> names;
  if (entries == nullptr) return names;
  for (const auto& [key, value] : entries->entries()) names.push_back(key.text());
  return names;
}

std::string name_of_object(const Missing& missing) {
  const std::string_view written =
      missing.place.file != nullptr ? missing.place.file->slice(missing.object_span) : std::string_view();
  if (written.empty() || written.size() > kMaxNamedObject) return describe(missing.object);
  return "'" + std::string(written) + "'";
}

Value undefined_for(Missing missing) { return Value::undefined(std::make_shared<const Missing>(std::move(missing))); }

}  // namespace

Value undefined_note(const Place& place, std::string note) {
  Missing missing;
  missing.name = std::move(note);
  missing.place = place;
  return undefined_for(std::move(missing));
}

Value undefined_attribute(const Place& place, const Value& object, std::string name, Span object_span) {
  Missing missing;
  missing.what = Missing::What::attribute;
  missing.name = std::move(name);
  missing.object = object;
  missing.object_span = object_span;
  missing.place = place;
  return undefined_for(std::move(missing));
}

Value lenient_undefined() {
  Missing missing;
  missing.lenient = true;
  missing.name = "the condition is false, and there is no 'else'";
  return undefined_for(std::move(missing));
}

bool is_lenient(const Value& undefined) { return undefined.missing() != nullptr && undefined.missing()->lenient; }

void fail_undefined(const Value& value, const Place& use) {
  const Missing* missing = value.missing();
  if (missing == nullptr) fail(use, kUndefinedValue, "the value is undefined");
  const Place& place = missing->place.file != nullptr ? missing->place : use;
  switch (missing->what) {
    case Missing::What::name:
      throw RenderError{&kUndefinedName, {}, place, missing->name};
    case Missing::What::attribute:
      fail(place, kUndefinedAttribute, name_of_object(*missing), missing->name,
           did_you_mean(missing->name, attribute_names(missing->object)));
    case Missing::What::note:
      break;
  }
  fail(place, kUndefinedValue, missing->name);
}

namespace {

struct DescribeObject {
  std::string operator()(const Range&) const { return "a range"; }
  std::string operator()(const Generator&) const { return "a sequence that a filter works out step by step"; }
  std::string operator()(const Namespace&) const { return "a namespace"; }
  std::string operator()(const Builtin&) const { return "a function"; }
  std::string operator()(const BoundMethod& method) const { return "the method '" + method.name + "'"; }
  std::string operator()(const Module&) const { return "an imported template"; }
  std::string operator()(const Macro&) const { return "a macro"; }
  std::string operator()(const BlockReference&) const { return "a block"; }
  std::string operator()(const SelfReference&) const { return "'self'"; }
  std::string operator()(const Loop&) const { return "a 'loop'"; }
};

}  // namespace

std::string describe(const Value& value) {
  switch (value.kind()) {
    case Value::Kind::undefined:
      return "an undefined value";
    case Value::Kind::none:
      return "none";
    case Value::Kind::boolean:
      return "true or false";
    case Value::Kind::integer:
      return "a whole number";
    case Value::Kind::floating:
      return "a number";
    case Value::Kind::text:
      return "text";
    case Value::Kind::html:
      return "HTML text";
    case Value::Kind::array:
      return value.list_kind() == ListKind::list ? "a list" : "a tuple";
    case Value::Kind::map:
      return "a mapping";
    case Value::Kind::map_keys:
      return "the keys of a mapping";
    case Value::Kind::map_values:
      return "the values of a mapping";
    case Value::Kind::map_items:
      return "the items of a mapping";
    case Value::Kind::function:
      return "a function";
    case Value::Kind::object:
      return std::visit(DescribeObject(), value.object().content);
  }
  return {};
}

}  // namespace armillary::templating
