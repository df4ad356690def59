// What can be wrong with the pages as a whole.
#pragma once

#include <array>

#include "base/diagnostic.h"

namespace armillary {

inline constexpr Message kAddressTwice{Severity::error, "address-twice", "the address /{} is claimed by {} and by {}"};
inline constexpr Message kDeadLink{Severity::error, "dead-link", "'{}' leads to no page of this site{}"};
inline constexpr Message kDeadAnchor{Severity::error, "dead-anchor", "{} has no heading or part '{}'{}"};
inline constexpr Message kMissingTemplate{Severity::error, "missing-template", "there is no template '{}'"};

inline constexpr std::array kOutputMessages = {
    &kAddressTwice,
    &kDeadLink,
    &kDeadAnchor,
    &kMissingTemplate,
};

}  // namespace armillary
