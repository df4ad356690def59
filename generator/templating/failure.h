// How the making of a page ends early: inside the engine with an exception, at its border with a diagnostic.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"
#include "templating/value.h"

namespace armillary::templating {

// A place in a template. `file` lives as long as the template set.
struct Place {
  const SourceFile* file = nullptr;
  Span span;
};

// Never leaves the engine.
struct RenderError {
  const Message* message;
  MessageParts parts;
  Place place;
  std::string unknown_name;  // a name that is not defined: only who knows all names can suggest others
};

template <typename... Args>
[[noreturn]] void fail(const Place& place, const Message& message, const Args&... args) {
  throw RenderError{&message, parts_of(args...), place, {}};
}

// Why a value is undefined, told only when the value is used.
struct Missing {
  enum class What : std::uint8_t { name, attribute, note };
  What what = What::note;
  bool lenient = false;  // Jinja lets the missing half of `a if b` pass as an empty text
  std::string name;      // the name or attribute; the whole message of a note
  Value object;          // of an attribute
  Span object_span;      // where the object is written, or empty
  Place place;
};

Value undefined_note(const Place& place, std::string note);
Value undefined_attribute(const Place& place, const Value& object, std::string name, Span object_span = {});
Value lenient_undefined();
bool is_lenient(const Value& undefined);

// REQUIRES: `value` is undefined. `use` is where it was used.
[[noreturn]] void fail_undefined(const Value& value, const Place& use);

// Fails for what Jinja's StrictUndefined stands for.
inline void require_defined(const Value& value, const Place& use) {
  if (value.is_undefined() && !is_lenient(value)) fail_undefined(value, use);
}

// "a list", "text", "a whole number", ...: a value's type in a message.
std::string describe(const Value& value);

}  // namespace armillary::templating
