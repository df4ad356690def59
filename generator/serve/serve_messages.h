// What can go wrong while a site is shown that is being written.
#pragma once

#include <array>

#include "base/diagnostic.h"

namespace armillary {

inline constexpr Message kUnreadable{Severity::error, "unreadable-file", "{}; it is tried again"};

inline constexpr std::array kServeMessages = {&kUnreadable};

}  // namespace armillary
