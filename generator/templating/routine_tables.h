// The tables of all routines, and what their functions share. Internal to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "templating/routine.h"

namespace armillary::templating {

// To add a filter: a function in the file of its kind, and a row in the table at that file's end.
std::span<const Routine> text_filters();
std::span<const Routine> html_filters();
std::span<const Routine> number_filters();
std::span<const Routine> list_filters();
std::span<const Routine> choice_filters();  // map, select, sort and others that look into items
std::span<const Routine> value_tests();
std::span<const Routine> text_methods();
std::span<const Routine> map_methods();
std::span<const Routine> loop_methods();
std::span<const Routine> builtins();

// "'join': WHY" at the place of the call.
[[noreturn]] void fail_argument(const Invocation& call, std::string_view why);
[[noreturn]] void fail_input(const Invocation& call, std::string_view needed);

// The argument, as the type that the routine needs, or `fallback` where it is not given.
bool flag(const Invocation& call, std::size_t index, bool fallback = false);
std::int64_t integer(const Invocation& call, std::size_t index, std::int64_t fallback = 0);
// A text, or none for `none` and where it is not given.
std::optional<Value> text(const Invocation& call, std::size_t index);

// The input as text: str() of what is none. It stays HTML if it is.
Value input_text(const Invocation& call);
// A text made from another one is HTML if that one was.
Value text_like(const Value& original, std::string text);

}  // namespace armillary::templating
