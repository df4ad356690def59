// What stands in the way of a change to the content.
#pragma once

#include <array>

#include "base/diagnostic.h"

namespace armillary {

inline constexpr Message kUnclearReference{
    Severity::error, "unclear-reference",
    "'{}' is named here in a form that cannot be rewritten; write it as it is, without escapes, and rename again"};
inline constexpr std::array kEditingMessages = {&kUnclearReference};

}  // namespace armillary
