// What can be wrong with the releases of the data.
#pragma once

#include <array>

#include "base/diagnostic.h"

namespace armillary {

inline constexpr Message kBadReleaseName{
    Severity::error, "bad-release-name",
    "'{}' is no version; the folder of a release has small letters, digits, dots and hyphens, as 2026-11"};
inline constexpr Message kReleaseWithoutSums{
    Severity::error, "release-without-sums",
    "the release '{}' has no SHA256SUMS; copy the file from the data that was released"};
inline constexpr Message kUnlistedRelease{Severity::error, "unlisted-release-file",
                                          "'{}' is not among the release's SHA256SUMS; list it there or take it away"};
inline constexpr Message kChangedRelease{
    Severity::error, "changed-release",
    "'{}' is not what its SHA256SUMS says; a release never changes: restore the file, or make another release"};

inline constexpr std::array kDataMessages = {
    &kBadReleaseName,
    &kReleaseWithoutSums,
    &kUnlistedRelease,
    &kChangedRelease,
};

}  // namespace armillary
