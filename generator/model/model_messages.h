// What can be wrong with a view, wherever it is declared.
#pragma once

#include <array>

#include "base/diagnostic.h"

namespace armillary {

inline constexpr Message kUnknownViewType{Severity::error, "unknown-view", "no view '{}'{}"};
inline constexpr Message kUnknownViewKind{Severity::error, "unknown-view-kind", "no kind '{}'{}"};
inline constexpr Message kUnknownViewField{Severity::error, "unknown-view-field", "no field '{}' in {}{}"};
inline constexpr Message kMatrixWithoutField{
    Severity::error, "matrix-without-field",
    "a matrix needs 'field', where the references that fill it stand, as in 'field: parties.party'"};
inline constexpr Message kDiagramWithoutLink{
    Severity::error, "diagram-without-link",
    "a diagram needs 'link', the references from a record to the one it belongs under, as in 'link: part_of'"};
inline constexpr Message kViewFieldType{Severity::error, "view-field-type",
                                        "'{}' is a field of type {}; {} needs one of type {}"};

inline constexpr std::array kModelMessages = {&kUnknownViewType,    &kUnknownViewKind,    &kUnknownViewField,
                                              &kMatrixWithoutField, &kDiagramWithoutLink, &kViewFieldType};

}  // namespace armillary
