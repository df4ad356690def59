// What can be wrong with records, pages, the site file and the files around them.
#pragma once

#include <array>

#include "base/diagnostic.h"

namespace armillary {

inline constexpr Message kFrontMatterMissing{
    Severity::error, "front-matter-missing",
    "no front matter; begin the file with the fields between two lines of three "
    "dashes"};
inline constexpr Message kFrontMatterOpen{
    Severity::error, "front-matter-open",
    "the front matter is not closed; put a line of three dashes after its last field"};
inline constexpr Message kUnclaimedFile{Severity::error, "unclaimed-file", "this file belongs to nothing{}"};
inline constexpr Message kLinkOutside{Severity::error, "link-outside",
                                      "this symbolic link leads out of the content folder"};
inline constexpr Message kBrokenLink{Severity::error, "broken-symbolic-link", "this symbolic link leads to nothing"};
inline constexpr Message kSpecialFile{Severity::error, "special-file", "this is neither a file nor a folder"};
inline constexpr Message kUnknownFolder{Severity::error, "unknown-folder", "no kind has the folder '{}'{}"};
inline constexpr Message kBadRecordId{
    Severity::error, "bad-record-id",
    "'{}' cannot be an id; use a-z, 0-9 and single hyphens, as in paris-statement-2025{}"};
inline constexpr Message kReservedId{Severity::error, "reserved-id",
                                     "the id '{}' is taken: every kind has an address of that name"};
inline constexpr Message kDuplicateRecord{Severity::error, "duplicate-record",
                                          "the id '{}' belongs to {} already; choose another, for an id leads to one "
                                          "record or page"};
inline constexpr Message kBodyForUnknownLanguage{
    Severity::error, "unknown-body-language",
    "no language '{}' in site.yaml; its languages are {}; name the file after one "
    "of these"};
inline constexpr Message kBodyInDefaultLanguage{Severity::error, "body-twice",
                                                "{} holds this language's body already; keep one of the two"};
inline constexpr Message kBodyWithoutRecord{Severity::error, "body-without-record",
                                            "no record '{}' beside this file: there is no {}.md and no {}.yaml{}"};
inline constexpr Message kFactsInTranslation{Severity::error, "facts-in-translation",
                                             "'{}' is a fact; facts stand once, in {}"};
inline constexpr Message kEmptyField{Severity::error, "empty-field",
                                     "'{}' has no value; give one or leave the line out"};
inline constexpr Message kMissingField{Severity::error, "missing-field", "'{}' is missing; every {} has it"};
inline constexpr Message kMissingText{Severity::error, "missing-text", "'{}' is missing in every language"};
inline constexpr Message kMissingBody{Severity::warning, "missing-body-translation",
                                      "the text is missing in {}: there is no {}"};
inline constexpr Message kOneValue{Severity::error, "one-value", "'{}' takes one value, found {}"};
inline constexpr Message kManyValues{Severity::error, "many-values", "'{}' takes a list, found {}; write [{}]"};
inline constexpr Message kManyGroups{Severity::error, "many-groups",
                                     "'{}' takes a list; begin each of its entries with '- '"};
inline constexpr Message kPlainText{Severity::error, "plain-text", "'{}' is one text for all languages, found {}"};
inline constexpr Message kTaggedText{Severity::error, "tagged-text", "'{}' is written with its language: {{fr: …}}"};
inline constexpr Message kBadLanguageTag{Severity::error, "bad-language-tag",
                                         "'{}' is not a BCP 47 language tag, such as fr or pt-BR"};
inline constexpr Message kUnknownTerm{Severity::error, "unknown-option", "'{}' is no option of '{}'{}"};
inline constexpr Message kNotANumber{Severity::error, "not-a-number",
                                     "'{}' is not a number; write digits, as in 1200 or 0.5"};
inline constexpr Message kNumberTooSmall{Severity::error, "number-too-small",
                                         "{} is less than {}, the least that '{}' allows"};
inline constexpr Message kNumberTooLarge{Severity::error, "number-too-large",
                                         "{} is more than {}, the most that '{}' allows"};
inline constexpr Message kNotAnAddress{Severity::error, "not-an-address",
                                       "'{}' is not an address; it begins with https:// or http:// and holds no space"};
inline constexpr Message kPatternMismatch{Severity::error, "pattern-mismatch",
                                          "'{}' does not have the form of '{}', {}"};
inline constexpr Message kDerivedField{Severity::error, "derived-field",
                                       "'{}' follows from '{}' and is not written; remove the line"};
inline constexpr Message kNotSourced{Severity::error, "not-sourced",
                                     "'{}' takes a value without a source; write the value alone, or let the schema "
                                     "say 'sourced: true'"};
inline constexpr Message kAbsenceNotSourced{Severity::error, "absence-not-sourced",
                                            "'{}' cannot be '{}'; leave the line out, or let the schema say 'sourced: "
                                            "true'"};
inline constexpr Message kEntryWithoutSource{Severity::error, "entry-without-source",
                                             "an entry of 'sources' needs 'source', a record's id, or 'url'"};
inline constexpr Message kTranslationOfOriginal{
    Severity::error, "translation-of-original",
    "'translation' is said of a text in another language, in a file such as {}.{}.md; remove it here"};
inline constexpr Message kTitleHeading{
    Severity::warning, "title-heading",
    "'# ' makes a second title of the page; begin the headings of a text with '## '"};
inline constexpr Message kBadTranslationState{
    Severity::error, "bad-translation-state",
    "'{}' is no state of a translation; write official, reviewed, draft or machine"};
inline constexpr Message kFileMissing{Severity::error, "file-missing", "there is no file '{}' beside this record"};
inline constexpr Message kFileOutside{Severity::error, "file-outside",
                                      "'{}' must be the name of a file beside this record"};
inline constexpr Message kFileTooLarge{Severity::error, "file-too-large",
                                       "the file is larger than {} MiB; no text is, and larger files belong elsewhere"};
inline constexpr Message kActiveFile{
    Severity::error, "active-file",
    "the file '{}' could act in readers' browsers: {}; attach a picture, a PDF or plain text"};
inline constexpr Message kNameClash{
    Severity::error, "name-clash",
    "many disks take the names '{}' and '{}' for one; give one of the files another name"};
inline constexpr Message kLongRecordId{Severity::error, "long-record-id",
                                       "the id has {} letters; an id has at most {}, for it becomes the name of files"};
inline constexpr Message kTooManyLanguages{
    Severity::error, "too-many-languages",
    "{} languages; a site has at most {}, for each page leads to itself in all the others"};
inline constexpr Message kUnsafeLink{
    Severity::error, "unsafe-link",
    "'{}' is not an address to lead to; it begins with https://, http:// or mailto:, or names a place of this site"};
inline constexpr Message kDigestMismatch{Severity::error, "digest-mismatch",
                                         "'{}' has the digest {}, not the one given here"};
inline constexpr Message kBadDigest{Severity::error, "bad-digest",
                                    "'{}' is not a digest; write sha256: and 64 digits of 0-9 and a-f"};
inline constexpr Message kPictureWithoutAlternative{
    Severity::error, "picture-without-alt",
    "the picture '{}' needs words for those who cannot see it; write {{path: {}, "
    "alt: …}}"};
inline constexpr Message kSiteFileMissing{Severity::error, "site-file-missing",
                                          "there is no site.yaml; a site needs its title, base_url and languages"};
inline constexpr Message kBadBaseUrl{
    Severity::error, "bad-base-url",
    "'{}' is not the address of a site; it begins with https:// or http://, as in https://example.org/"};
inline constexpr Message kBadViewPath{Severity::error, "bad-view-path",
                                      "'{}' cannot be an address; use a-z, 0-9 and single hyphens"};
inline constexpr Message kDuplicateViewPath{Severity::error, "duplicate-view-path",
                                            "another view has the path '{}' already"};
inline constexpr Message kReservedViewPath{Severity::error, "reserved-view-path",
                                           "the path '{}' is taken: every language has an address of that name"};
inline constexpr Message kBadNavigation{Severity::error, "bad-navigation",
                                        "an entry of 'navigation' is one of {{view: PATH}}, {{page: ID}}, {{kind: "
                                        "NAME}}, {{record: ID}} and {{url: ADDRESS, "
                                        "label: …}}"};
inline constexpr Message kBadQuestion{
    Severity::error, "bad-question",
    "a question has a 'text' and one of 'view', 'page', 'kind', 'record' and 'url', where its answer is; 'records' "
    "stands only with 'view'"};
inline constexpr Message kBadReportAddress{
    Severity::error, "bad-report-address",
    "'{}' cannot be where readers report mistakes; it begins with https:// or mailto: and holds {{id}}, as in "
    "mailto:editors@example.org?subject={{id}}"};
inline constexpr Message kUnknownNavigationTarget{Severity::error, "unknown-navigation-target", "no {} '{}'{}"};

inline constexpr Message kUnknownOutput{Severity::error, "unknown-output",
                                        "a site has no part '{}' that it could do without; there are {}"};

inline constexpr Message kSearchNames{Severity::error, "search-names",
                                      "'names' is a mapping of names to facets, as {{place: jurisdictions}}"};
inline constexpr Message kNoFacet{Severity::error, "no-facet", "no kind has a field '{}' that is a facet"};

inline constexpr std::array kLoadMessages = {
    &kFrontMatterMissing,
    &kFrontMatterOpen,
    &kUnclaimedFile,
    &kLinkOutside,
    &kBrokenLink,
    &kSpecialFile,
    &kUnknownFolder,
    &kBadRecordId,
    &kReservedId,
    &kDuplicateRecord,
    &kBodyForUnknownLanguage,
    &kBodyInDefaultLanguage,
    &kBodyWithoutRecord,
    &kFactsInTranslation,
    &kEmptyField,
    &kMissingField,
    &kMissingText,
    &kMissingBody,
    &kOneValue,
    &kManyValues,
    &kManyGroups,
    &kPlainText,
    &kTaggedText,
    &kBadLanguageTag,
    &kUnknownTerm,
    &kNotANumber,
    &kNumberTooSmall,
    &kNumberTooLarge,
    &kNotAnAddress,
    &kPatternMismatch,
    &kDerivedField,
    &kNotSourced,
    &kAbsenceNotSourced,
    &kEntryWithoutSource,
    &kTranslationOfOriginal,
    &kTitleHeading,
    &kBadTranslationState,
    &kFileMissing,
    &kFileOutside,
    &kFileTooLarge,
    &kActiveFile,
    &kNameClash,
    &kLongRecordId,
    &kTooManyLanguages,
    &kUnsafeLink,
    &kDigestMismatch,
    &kBadDigest,
    &kPictureWithoutAlternative,
    &kSiteFileMissing,
    &kBadBaseUrl,
    &kBadViewPath,
    &kDuplicateViewPath,
    &kReservedViewPath,
    &kBadNavigation,
    &kUnknownOutput,
    &kSearchNames,
    &kNoFacet,
    &kUnknownNavigationTarget,
    &kBadQuestion,
    &kBadReportAddress,
};

}  // namespace armillary
