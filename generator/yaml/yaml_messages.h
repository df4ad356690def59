// Everything that can be wrong with a YAML text.
#pragma once

#include <array>

#include "base/diagnostic.h"

namespace armillary {

inline constexpr Message kDuplicateKey{Severity::error, "duplicate-key",
                                       "key '{}' stands twice in this mapping, first on line {}; keep one of the two"};
inline constexpr Message kYamlAnchor{Severity::error, "yaml-anchor",
                                     "'{}' makes an anchor, and anchors are not allowed; repeat the value where it is "
                                     "needed, or put it in quotes if '&' is part of the text"};
inline constexpr Message kYamlAlias{Severity::error, "yaml-alias",
                                    "'{}' refers to an anchor, and anchors are not allowed; write the value itself, or "
                                    "put it in quotes if '*' is part of the text"};
inline constexpr Message kYamlTag{Severity::error, "yaml-tag",
                                  "'{}' is a tag, and tags are not allowed because the schema says what a value is; "
                                  "put the value in quotes if '!' is part of the text"};
inline constexpr Message kYamlMergeKey{Severity::error, "yaml-merge-key",
                                       "'<<' merges mappings, which is not allowed; write the keys out"};
inline constexpr Message kYamlSecondDocument{Severity::error, "yaml-second-document",
                                             "a second document begins here, and a file holds one; remove this line"};
inline constexpr Message kYamlKeyNotText{Severity::error, "yaml-key-not-text", "a key must be text, found {}"};
inline constexpr Message kYamlEmptyKey{Severity::error, "yaml-empty-key",
                                       "nothing stands before ':'; write a key there"};
inline constexpr Message kYamlTooDeep{Severity::error, "yaml-too-deep", "nested deeper than {} levels"};
inline constexpr Message kYamlTooManyNodes{Severity::error, "yaml-too-many-values",
                                           "more than {} keys and values in one file; split the file"};
inline constexpr Message kYamlSyntax{Severity::error, "yaml-syntax", "this cannot be read as YAML: {}"};

// What a mapping's reader finds: the YAML is sound, but not what is due at this place.
inline constexpr Message kExpectedMapping{Severity::error, "expected-mapping", "expected a mapping, found {}{}"};
inline constexpr Message kExpectedText{Severity::error, "expected-text", "expected text, found {}"};
inline constexpr Message kExpectedList{Severity::error, "expected-list", "expected a list, found {}{}"};
inline constexpr Message kExpectedBoolean{Severity::error, "expected-boolean", "expected true or false, found {}{}"};
inline constexpr Message kExpectedWholeNumber{Severity::error, "expected-whole-number",
                                              "expected a whole number, found {}"};
inline constexpr Message kNotAWholeNumber{Severity::error, "not-a-whole-number", "'{}' is not a whole number; {}"};
inline constexpr Message kMissingKey{Severity::error, "missing-key", "key '{}' is missing in this mapping"};
inline constexpr Message kUnknownKey{Severity::error, "unknown-key", "unknown key '{}'{}"};

inline constexpr std::array kYamlMessages{
    &kDuplicateKey,        &kYamlAnchor,      &kYamlAlias,    &kYamlTag,      &kYamlMergeKey,
    &kYamlSecondDocument,  &kYamlKeyNotText,  &kYamlEmptyKey, &kYamlTooDeep,  &kYamlTooManyNodes,
    &kYamlSyntax,          &kExpectedMapping, &kExpectedText, &kExpectedList, &kExpectedBoolean,
    &kExpectedWholeNumber, &kNotAWholeNumber, &kMissingKey,   &kUnknownKey};

}  // namespace armillary
