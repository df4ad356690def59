// object.name and object[index].
#pragma once

#include <string_view>

#include "templating/failure.h"
#include "templating/value.h"

namespace armillary::templating {

// object.name as Jinja looks it up: a method before a key. Returns null if there is none. What the object does not
// hold as a value is made in `made`; else the result lives as long as the object, or as a namespace is not changed.
// REQUIRES: the object is not undefined.
const Value* find_attribute(const Value& object, std::string_view name, Value& made);

// object[index]: an entry before a method.
const Value* find_item(const Value& object, const Value& index, Value& made);

// Follows a path such as "address.city" or "0.title", as filters take it; a whole number is an index too.
// A part that is missing gives `fallback`, or undefined if that is null; asking that for more is an error.
Value follow_path(const Value& object, const Value& path, const Place& place, const Value* fallback = nullptr);

}  // namespace armillary::templating
