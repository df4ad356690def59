// Everything that can be wrong with a YAML text.
#pragma once

#include <array>

#include "base/diagnostic.h"

namespace armillary {

// --- Full-width characters in the place of YAML's own.

inline constexpr Message kFullwidthColon{Severity::error, "fullwidth-colon",
                                         "full-width colon '：' behind '{}'; write '{}: ' with a space"};
inline constexpr Message kFullwidthComma{
    Severity::error, "fullwidth-comma",
    "full-width '{}' between items; write ', ', or put the item in quotes if '{}' is part of it"};
inline constexpr Message kFullwidthCommaInItem{Severity::warning, "fullwidth-comma-in-item",
                                               "'{}' is one item; write ', ' between items, or put it in quotes if it "
                                               "is one"};
inline constexpr Message kFullwidthQuote{Severity::error, "fullwidth-quote",
                                         "'{}' is not a quotation mark of YAML; write '\"' at both ends, or put the "
                                         "whole text in '\"' if the marks are part of it"};
inline constexpr Message kMixedQuotes{Severity::error, "mixed-quotes",
                                      "the text begins with '{}' but ends with '{}'; write '\"' at both ends"};
inline constexpr Message kFullwidthSpace{Severity::error, "fullwidth-space",
                                         "full-width space; write an ordinary space, or put the text in quotes if the "
                                         "space is part of it"};
inline constexpr Message kFullwidthBracket{Severity::error, "fullwidth-bracket",
                                           "full-width bracket '{}'; write '{}', or put the text in quotes if the "
                                           "brackets are part of it"};
inline constexpr Message kFullwidthDash{Severity::error, "fullwidth-dash",
                                        "'{}' does not make a list item; write '- '"};
inline constexpr Message kFullwidthHash{
    Severity::error, "fullwidth-hash",
    "'＃' does not begin a comment; write '#', or put the text in quotes if '＃' is "
    "part of it"};

// --- Lines and indentation.

inline constexpr Message kYamlTab{Severity::error, "yaml-tab", "tab in the indentation; YAML allows only spaces there"};
inline constexpr Message kYamlIndentation{Severity::error, "yaml-indentation",
                                          "an indentation of {} fits none of the lines above, which have {}"};
inline constexpr Message kYamlLeftOfFirst{Severity::error, "yaml-left-of-first",
                                          "this line stands further left than the first one; give all top lines the "
                                          "same indentation"};
inline constexpr Message kYamlAfterEnd{Severity::error, "yaml-after-end",
                                       "the value above fills the whole file, so that nothing can follow it"};
inline constexpr Message kYamlKeyBelowValue{Severity::error, "yaml-key-below-value",
                                            "'{}' cannot be a key here because the value above has begun already; "
                                            "indent it like the key above, or put the whole value in quotes"};
inline constexpr Message kYamlExpectedKey{Severity::error, "yaml-expected-key", "expected 'key: value', found '{}'"};
inline constexpr Message kYamlMissingSpace{Severity::error, "yaml-missing-space",
                                           "no space after the colon of '{}'; write '{}: {}'"};
inline constexpr Message kYamlMissingDash{Severity::error, "yaml-missing-dash",
                                          "this line stands among list items but does not begin with '- '"};
inline constexpr Message kYamlMissingDashSpace{Severity::error, "yaml-missing-dash-space",
                                               "no space after '-'; write '- {}'"};
inline constexpr Message kYamlListAmongKeys{Severity::error, "yaml-list-among-keys",
                                            "a list item stands among keys; indent it below the key it belongs to"};
inline constexpr Message kYamlListOnKeyLine{Severity::error, "yaml-list-on-key-line",
                                            "a list cannot begin on its key's line; begin it on the next line, or put "
                                            "the value in quotes if it is text"};
inline constexpr Message kYamlDashInText{Severity::warning, "yaml-dash-in-text",
                                         "this line goes on with the text above although it begins with '- '; align it "
                                         "with the list, or put the text in quotes"};
inline constexpr Message kYamlBlockHeader{Severity::error, "yaml-block-text",
                                          "'{}' begins a block of text on the lines below, so that nothing can follow "
                                          "it here; put the value in quotes if '{}' is part of it"};
inline constexpr Message kYamlBlockIndentation{Severity::error, "yaml-block-indentation",
                                               "this line is indented less than the first line of its block of text; "
                                               "indent it by {} spaces"};

// --- Quotes, brackets and what a text may begin with.

inline constexpr Message kYamlColonInValue{Severity::error, "yaml-colon-in-value",
                                           "': ' in a value without quotes; write {}"};
inline constexpr Message kYamlUnclosedQuote{Severity::error, "yaml-unclosed-quote",
                                            "this quote is never closed; write {} at the end of the text"};
inline constexpr Message kYamlTextAfterQuote{Severity::error, "yaml-text-after-quote",
                                             "text after the closing quote; put the whole value in quotes, with {} for "
                                             "each quote inside"};
inline constexpr Message kYamlUnclosedBracket{Severity::error, "yaml-unclosed-bracket",
                                              "'{}' is never closed; write '{}' behind the last item"};
inline constexpr Message kYamlWrongBracket{Severity::error, "yaml-wrong-bracket",
                                           "'{}' cannot close the '{}' of line {}; write '{}'"};
inline constexpr Message kYamlStrayBracket{Severity::error, "yaml-stray-bracket",
                                           "'{}' closes nothing; put the value in quotes if it is text"};
inline constexpr Message kYamlTextAfterBracket{Severity::error, "yaml-text-after-bracket",
                                               "text after the closing '{}'; put the whole value in quotes if it is "
                                               "text"};
inline constexpr Message kYamlMissingComma{Severity::error, "yaml-missing-comma",
                                           "a second ':' in one entry; write ',' between the entries, or put the value "
                                           "in quotes"};
inline constexpr Message kYamlEmptyItem{Severity::error, "yaml-empty-item",
                                        "nothing stands before this comma; remove it, or write the item"};
inline constexpr Message kYamlDashInBrackets{Severity::error, "yaml-dash-in-brackets",
                                             "'- ' inside brackets; part the items by commas"};
inline constexpr Message kYamlReservedStart{Severity::error, "yaml-reserved-start",
                                            "a text cannot begin with '{}'; put it in quotes"};
inline constexpr Message kYamlCommentInValue{Severity::warning, "yaml-comment-in-value",
                                             "'{}' is taken as a comment; put the whole value in quotes if it is text"};

// --- Escapes in double quotes.

inline constexpr Message kYamlEscape{Severity::error, "yaml-escape",
                                     "'{}' is not an escape of YAML; write '\\\\' for a backslash, or put the text in "
                                     "single quotes"};
inline constexpr Message kYamlHalfCharacter{Severity::error, "yaml-half-character",
                                            "'{}' is half a character; write the character itself"};
inline constexpr Message kYamlEscapedCharacter{Severity::error, "yaml-escaped-character",
                                               "an escape in this text makes the character {}, which is not allowed"};

// --- Parts of YAML that content does without.

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
inline constexpr Message kYamlDirective{Severity::error, "yaml-directive",
                                        "a line that begins with '%' is a directive, which is not allowed; remove it"};
inline constexpr Message kYamlSecondDocument{Severity::error, "yaml-second-document",
                                             "a second document begins here, and a file holds one; remove this line"};
inline constexpr Message kYamlExplicitKey{
    Severity::error, "yaml-explicit-key",
    "'? ' begins a key of several lines, which is not allowed; write 'key: value'"};
inline constexpr Message kYamlKeyNotText{Severity::error, "yaml-key-not-text", "a key must be text, found {}"};
inline constexpr Message kYamlEmptyKey{Severity::error, "yaml-empty-key",
                                       "nothing stands before ':'; write a key there"};

// --- Bounds, and the rest.

inline constexpr Message kYamlTooDeep{Severity::error, "yaml-too-deep", "nested deeper than {} levels"};
inline constexpr Message kYamlTooManyNodes{Severity::error, "yaml-too-many-values",
                                           "more than {} keys and values in one file; split the file"};
inline constexpr Message kYamlSyntax{
    Severity::error, "yaml-syntax",
    "this cannot be read as YAML; look here and on the line above for a missing quote, "
    "bracket, comma or space after a colon"};

// --- What a mapping's reader finds: the YAML is sound, but not what is due at this place.

inline constexpr Message kExpectedMapping{Severity::error, "expected-mapping", "expected a mapping, found {}{}"};
inline constexpr Message kExpectedText{Severity::error, "expected-text", "expected text, found {}"};
inline constexpr Message kExpectedList{Severity::error, "expected-list", "expected a list, found {}{}"};
inline constexpr Message kExpectedBoolean{Severity::error, "expected-boolean", "expected true or false, found {}{}"};
inline constexpr Message kMissingKey{Severity::error, "missing-key", "key '{}' is missing in this mapping"};
inline constexpr Message kUnknownKey{Severity::error, "unknown-key", "unknown key '{}'{}"};
inline constexpr Message kMoreUnknownKeys{Severity::error, "more-unknown-keys",
                                          "more unknown keys in this mapping are not shown; mend the {} above first"};

inline constexpr std::array kYamlMessages{&kFullwidthColon,
                                          &kFullwidthComma,
                                          &kFullwidthCommaInItem,
                                          &kFullwidthQuote,
                                          &kMixedQuotes,
                                          &kFullwidthSpace,
                                          &kFullwidthBracket,
                                          &kFullwidthDash,
                                          &kFullwidthHash,
                                          &kYamlTab,
                                          &kYamlIndentation,
                                          &kYamlLeftOfFirst,
                                          &kYamlAfterEnd,
                                          &kYamlKeyBelowValue,
                                          &kYamlExpectedKey,
                                          &kYamlMissingSpace,
                                          &kYamlMissingDash,
                                          &kYamlMissingDashSpace,
                                          &kYamlListAmongKeys,
                                          &kYamlListOnKeyLine,
                                          &kYamlDashInText,
                                          &kYamlBlockHeader,
                                          &kYamlBlockIndentation,
                                          &kYamlColonInValue,
                                          &kYamlUnclosedQuote,
                                          &kYamlTextAfterQuote,
                                          &kYamlUnclosedBracket,
                                          &kYamlWrongBracket,
                                          &kYamlStrayBracket,
                                          &kYamlTextAfterBracket,
                                          &kYamlMissingComma,
                                          &kYamlEmptyItem,
                                          &kYamlDashInBrackets,
                                          &kYamlReservedStart,
                                          &kYamlCommentInValue,
                                          &kYamlEscape,
                                          &kYamlHalfCharacter,
                                          &kYamlEscapedCharacter,
                                          &kDuplicateKey,
                                          &kYamlAnchor,
                                          &kYamlAlias,
                                          &kYamlTag,
                                          &kYamlMergeKey,
                                          &kYamlDirective,
                                          &kYamlSecondDocument,
                                          &kYamlExplicitKey,
                                          &kYamlKeyNotText,
                                          &kYamlEmptyKey,
                                          &kYamlTooDeep,
                                          &kYamlTooManyNodes,
                                          &kYamlSyntax,
                                          &kExpectedMapping,
                                          &kExpectedText,
                                          &kExpectedList,
                                          &kExpectedBoolean,
                                          &kMissingKey,
                                          &kUnknownKey,
                                          &kMoreUnknownKeys};

}  // namespace armillary
