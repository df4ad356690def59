// What can be wrong with the schema files, the vocabularies and the site file's languages.
#pragma once

#include <array>

#include "base/diagnostic.h"

namespace armillary {

inline constexpr Message kUnknownLanguage{Severity::error, "unknown-language",
                                          "no language '{}' in site.yaml; its languages are {}"};
inline constexpr Message kCommaInText{Severity::error, "comma-in-text",
                                      "the comma before '{}' ends the text; put the whole text in quotes"};
inline constexpr Message kTextPerLanguage{Severity::error, "text-per-language",
                                          "'{}' is written in each language; write {{{}}}"};
inline constexpr Message kUnknownFieldType{Severity::error, "unknown-field-type", "no field type '{}'{}"};
inline constexpr Message kBadFieldName{Severity::error, "bad-field-name",
                                       "'{}' cannot name a field; use a-z, 0-9 and '_', beginning with a letter"};
inline constexpr Message kReservedFieldName{Severity::error, "reserved-field-name",
                                            "'{}' is a key that every record has already; choose another name"};
inline constexpr Message kKeyNotForType{Severity::error, "key-not-for-type",
                                        "'{}' has no meaning for a field of type {}"};
inline constexpr Message kChoiceWithoutOptions{
    Severity::error, "choice-without-options",
    "the choice '{}' has neither 'options' nor 'vocabulary'; add one of them"};
inline constexpr Message kOptionsTwice{Severity::error, "options-twice",
                                       "'{}' has both 'options' and 'vocabulary'; keep one"};
inline constexpr Message kUnknownVocabulary{Severity::error, "unknown-vocabulary", "no vocabulary '{}'{}"};
inline constexpr Message kBadTermId{Severity::error, "bad-term-id",
                                    "'{}' cannot name a term; use a-z, 0-9 and single hyphens"};
inline constexpr Message kGroupWithoutFields{Severity::error, "group-without-fields", "the group '{}' has no 'fields'"};
inline constexpr Message kUnknownKind{Severity::error, "unknown-kind", "no kind '{}'{}"};
inline constexpr Message kUnknownParent{Severity::error, "unknown-parent-schema", "no schema file '{}' to extend{}"};
inline constexpr Message kParentCycle{Severity::error, "schema-cycle", "the schema extends itself: {}"};
inline constexpr Message kDuplicateKind{Severity::error, "duplicate-kind", "kind '{}' is declared in {} already"};
inline constexpr Message kDuplicateFolder{Severity::error, "duplicate-folder",
                                          "folder '{}' belongs to kind '{}' already"};
inline constexpr Message kBadKindName{Severity::error, "bad-kind-name",
                                      "'{}' cannot name a kind; use a-z, 0-9 and single hyphens"};
inline constexpr Message kBadFolderName{Severity::error, "bad-folder-name",
                                        "'{}' cannot be a folder's name and an address; use a-z, 0-9 and single "
                                        "hyphens"};
inline constexpr Message kReservedFolder{Severity::error, "reserved-folder",
                                         "folder '{}' is taken: the site has an address of that name"};
inline constexpr Message kKindWithoutTitle{Severity::error, "kind-without-title",
                                           "kind '{}' has no field 'title' of type text; add 'title: {{type: text, "
                                           "localized: true, required: true}}'"};
inline constexpr Message kBadPattern{Severity::error, "bad-pattern", "the pattern '{}' is not a regular expression"};
inline constexpr Message kMinOverMax{Severity::error, "min-over-max", "'min' is greater than 'max'"};
inline constexpr Message kBadBound{Severity::error, "bad-bound", "'{}' is not a number; write digits, as in 25 or 0.5"};
inline constexpr Message kBadDerivation{Severity::error, "bad-derivation", "'{}' names no {} of this kind{}"};
inline constexpr Message kUnknownDerivedTerm{Severity::error, "unknown-derived-term", "'{}' is no option of '{}'{}"};
inline constexpr Message kUnknownOrderedField{Severity::error, "unknown-ordered-field",
                                              "'order' names '{}', which is no field of kind '{}'{}"};
inline constexpr Message kMissingTranslation{Severity::warning, "missing-translation", "'{}' is missing in {}"};
inline constexpr Message kTooManyFields{
    Severity::error, "too-many-fields",
    "kind '{}' has {} fields, those written in every language counted once for each; a kind has at most {}"};
inline constexpr Message kLinkAddress{
    Severity::error, "link-not-an-address",
    "the link '{}' is not an address; it begins with https://, http:// or mailto:, and '{{value}}' stands behind that"};
inline constexpr Message kEmptyPattern{Severity::error, "link-without-value", "the link of '{}' lacks '{{value}}'"};
inline constexpr Message kAnchorOutsideGroup{Severity::error, "anchor-outside-group",
                                             "'anchor' belongs to a text inside a group"};
inline constexpr Message kUnclearLanguage{Severity::error, "bad-language",
                                          "'{}' is not a BCP 47 language tag, such as zh-Hans or en"};
inline constexpr Message kNoLanguages{Severity::error, "no-languages",
                                      "'languages' names no language; write one such as 'en: {{tag: en, label: "
                                      "English}}'"};
inline constexpr Message kBadLanguageKey{Severity::error, "bad-language-key",
                                         "'{}' cannot stand in addresses; use a-z, 0-9 and hyphens, as in zh or pt-br"};
inline constexpr Message kUnknownWorkType{Severity::error, "unknown-work-type", "no type of work '{}'{}"};
inline constexpr Message kUnknownCitedField{Severity::error, "unknown-cited-field",
                                            "'cite' names '{}', which is no fitting field of kind '{}'{}"};
inline constexpr Message kUnknownCitedTerm{Severity::error, "unknown-cited-term", "'{}' is no option of '{}'{}"};
inline constexpr Message kBadDirection{Severity::error, "bad-direction", "'{}' is no direction; write ltr or rtl"};

inline constexpr Message kBadLinkedName{Severity::error, "bad-jsonld-name",
                                        "'{}' cannot be a type or a property of schema.org; write letters, as in "
                                        "GovernmentOrganization"};
inline constexpr Message kBadLinkedForm{Severity::error, "bad-jsonld-form",
                                        "'{}' is no form of a value; write start, end, id or author"};
inline constexpr Message kUnknownLinkedField{Severity::error, "unknown-jsonld-field",
                                             "'jsonld' names '{}', which is no field of kind '{}'{}"};
inline constexpr Message kUnknownLinkedTerm{Severity::error, "unknown-jsonld-term", "'{}' is no option of '{}'{}"};
inline constexpr Message kLinkedFieldType{
    Severity::error, "jsonld-field-type",
    "'{}' is a field of type {}, which JSON-LD has no form for; name a text, date, number, choice or reference"};
inline constexpr Message kLinkedSubtype{Severity::error, "jsonld-subtype",
                                        "'{}' is a field of type {}; the subtype of a thing is read from a choice"};

inline constexpr std::array kSchemaMessages = {
    &kUnknownLanguage,    &kCommaInText,         &kTextPerLanguage,      &kUnknownFieldType, &kBadFieldName,
    &kReservedFieldName,  &kKeyNotForType,       &kChoiceWithoutOptions, &kOptionsTwice,     &kUnknownVocabulary,
    &kBadTermId,          &kGroupWithoutFields,  &kUnknownKind,          &kUnknownParent,    &kParentCycle,
    &kDuplicateKind,      &kDuplicateFolder,     &kBadKindName,          &kBadFolderName,    &kReservedFolder,
    &kKindWithoutTitle,   &kBadPattern,          &kMinOverMax,           &kBadBound,         &kBadDerivation,
    &kUnknownDerivedTerm, &kUnknownOrderedField, &kMissingTranslation,   &kTooManyFields,    &kLinkAddress,
    &kEmptyPattern,       &kAnchorOutsideGroup,  &kUnclearLanguage,      &kNoLanguages,      &kBadLanguageKey,
    &kBadDirection,       &kUnknownWorkType,     &kUnknownCitedField,    &kUnknownCitedTerm, &kBadLinkedName,
    &kBadLinkedForm,      &kUnknownLinkedField,  &kUnknownLinkedTerm,    &kLinkedFieldType,  &kLinkedSubtype,
};

}  // namespace armillary
