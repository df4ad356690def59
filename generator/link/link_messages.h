// What can be wrong between records.
#pragma once

#include <array>

#include "base/diagnostic.h"

namespace armillary {

inline constexpr Message kUnknownRecord{Severity::error, "unknown-record", "no record '{}'{}"};
inline constexpr Message kDraftRecord{Severity::error, "draft-record",
                                      "'{}' is a draft and is not published; build with --drafts to see it"};
inline constexpr Message kWrongKind{Severity::error, "wrong-kind",
                                    "'{}' is of kind '{}'; the field '{}' takes only records of kind {}"};
inline constexpr Message kNotCitable{Severity::error, "not-citable",
                                     "'{}' is of kind '{}', which cannot be cited; write [[{}]] to link to it"};
inline constexpr Message kAliasHidesRecord{Severity::error, "alias-hides-record",
                                           "the alias '{}' is the id of {}; remove it here"};
inline constexpr Message kAliasTwice{Severity::error, "alias-twice", "the alias '{}' belongs to {} already"};
inline constexpr Message kBadAlias{Severity::error, "bad-alias",
                                   "'{}' cannot be an address; use a-z, 0-9 and single hyphens"};
inline constexpr Message kLonelyRecord{Severity::warning, "lonely-record",
                                       "nothing links to '{}' and it links to nothing; name it in another record, or "
                                       "another in it"};
inline constexpr Message kUnknownEmbeddedView{Severity::error, "unknown-embedded-view", "no view '{}'{}"};
inline constexpr Message kUnknownViewArgument{Severity::error, "unknown-view-argument", "a view block takes no '{}'{}"};
inline constexpr Message kSelfReference{Severity::warning, "self-reference",
                                        "'{}' refers to itself; name another record, or leave the line out"};

inline constexpr std::array kLinkMessages = {
    &kUnknownRecord, &kDraftRecord,  &kWrongKind,           &kNotCitable,          &kAliasHidesRecord, &kAliasTwice,
    &kBadAlias,      &kLonelyRecord, &kUnknownEmbeddedView, &kUnknownViewArgument, &kSelfReference,
};

}  // namespace armillary
