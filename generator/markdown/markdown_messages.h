// Everything that parse_markdown can say about a text. The rules themselves are in generator/markdown/README.md.
#pragma once

#include <array>

#include "base/diagnostic.h"

namespace armillary::markdown {

// Bounds: the text is not parsed at all.
inline constexpr Message kTextTooLong{
    Severity::error, "text-too-long",
    "the text has {} bytes, and a text holds at most {}; move a part of it to a page of its own"};
inline constexpr Message kLineTooLong{
    Severity::error, "line-too-long",
    "the line has {} bytes, and a line holds at most {}; break it where a sentence ends"};
inline constexpr Message kRunTooLong{
    Severity::error, "paragraph-too-long",
    "more than {} bytes without an empty line; part paragraphs, lists and tables by empty lines"};
inline constexpr Message kTooManyColumns{
    Severity::error, "too-many-columns",
    "the table row has {} columns, and a table has at most {}; use an embedded view"};
inline constexpr Message kTooManyRules{Severity::error, "too-many-table-rules",
                                       "more than {} lines like |---|---| without an empty line; a table has one"};
inline constexpr Message kTooManyCells{Severity::error, "too-many-table-cells",
                                       "the tables of the text have more than {} cells; use an embedded view"};
inline constexpr Message kNestedTooDeep{Severity::error, "nested-too-deep",
                                        "quotes and lists are nested more than {} deep; close some of them"};
inline constexpr Message kTooManyBrackets{Severity::error, "too-many-open-brackets",
                                          "more than {} brackets '[' are open here; close them or write '\\['"};
inline constexpr Message kTooManyDefinitions{Severity::error, "too-many-link-definitions",
                                             "more than {} link definitions '[label]: address' in one text"};
inline constexpr Message kDefinitionTooLong{
    Severity::error, "link-definition-too-long",
    "the link definition has up to {} bytes, which its uses could repeat past {} bytes; shorten its address or title"};
inline constexpr Message kTooManyLinks{
    Severity::error, "too-many-links",
    "more than {} links and citations in one text; move a part of it to a page of its own"};

// Raw HTML and addresses.
inline constexpr Message kRawHtml{Severity::warning, "raw-html",
                                  "HTML '{}' is left out; write it as Markdown, or as code"};
inline constexpr Message kHtmlComment{Severity::warning, "html-comment",
                                      "the HTML comment '{}' is left out, for comments are not passed on; remove it"};
inline constexpr Message kLinkScheme{
    Severity::warning, "link-scheme",
    "the address '{}' is left out, for '{}' is none of the schemes http, https and mailto"};
inline constexpr Message kLinkWithoutScheme{Severity::warning, "link-without-scheme",
                                            "the address '{}' is left out, for it names a host without a scheme; "
                                            "write 'https:' before it"};
inline constexpr Message kForeignPicture{Severity::warning, "foreign-picture",
                                         "the picture '{}' is left out, for readers' browsers would fetch it from "
                                         "another site; put the file beside the record"};
inline constexpr Message kEmptyAddress{Severity::warning, "empty-address",
                                       "the link has no address and is left as text; write one between '(' and ')'"};
inline constexpr Message kUnknownHeading{Severity::error, "unknown-heading", "no heading '#{}' in this text{}"};
inline constexpr Message kImageWithoutAlt{
    Severity::warning, "image-without-alt",
    "the picture '{}' has no text for those who cannot see it; write what it shows between '![' and ']'"};
inline constexpr Message kForbiddenReference{Severity::error, "forbidden-reference",
                                             "'{}' stands for the character {}, which is not allowed; delete it"};

// [[…]] and [@…].
inline constexpr Message kBadRecordId{Severity::error, "bad-record-link",
                                      "'{}' is not a record's id: lower-case letters, digits and single hyphens{}"};
inline constexpr Message kBadRecordAnchor{Severity::error, "bad-record-anchor",
                                          "'#{}' is not a heading's id: lower-case letters, digits and hyphens"};
inline constexpr Message kEmptyRecordText{
    Severity::error, "empty-record-text",
    "no text after '|'; write it, or leave out the '|' to show the record's title"};
inline constexpr Message kRecordTextWithLink{
    Severity::error, "link-in-record-text",
    "the text of [[{}|…]] holds a link, a picture or a note; a link holds plain text"};
inline constexpr Message kRecordLinkInTable{Severity::error, "record-link-in-table",
                                            "the '|' of [[{}|…]] ends the table's cell; write '\\|' inside a table"};
inline constexpr Message kRecordLinkShadowed{Severity::error, "shadowed-record-link",
                                             "[[{}]] is read as an ordinary link, for the text defines '[{}]:'; "
                                             "rename that label"};
inline constexpr Message kBadCitation{
    Severity::error, "bad-citation",
    "'{}' is not a citation: [@id], [@id, p. 12] or [@a; @b], ids of lower-case letters, "
    "digits and single hyphens{}"};

// Embedded views.
inline constexpr Message kViewWithoutName{Severity::error, "view-without-name",
                                          "no view is named; write the name of a view after 'view'"};
inline constexpr Message kBadViewName{Severity::error, "bad-view-name",
                                      "'{}' is not a view's name: lower-case letters, digits and hyphens"};
inline constexpr Message kBadViewArgument{Severity::error, "bad-view-argument",
                                          "'{}' is not of the form key=value or key=\"a value with spaces\""};
inline constexpr Message kViewArgumentTwice{Severity::error, "view-argument-twice", "'{}' is given twice"};
inline constexpr Message kViewWithContent{Severity::error, "view-with-content",
                                          "the embedded view '{}' holds text; close its fence on the next line"};

// Headings and footnotes.
inline constexpr Message kBadHeadingId{Severity::error, "bad-heading-id",
                                       "'{}' is not a heading's id: lower-case letters, digits and hyphens{}"};
inline constexpr Message kReservedHeadingId{
    Severity::error, "reserved-heading-id",
    "ids that begin with 'fn-' or 'fnref-' belong to footnotes; choose another than '{}'"};
inline constexpr Message kDuplicateHeadingId{Severity::error, "duplicate-heading-id",
                                             "the heading's id '{}' is set twice in this text"};
inline constexpr Message kMissingFootnote{Severity::warning, "missing-footnote",
                                          "no footnote '[^{}]:' in this text; the brackets are shown as they stand"};

// Slips of the keyboard that other readers of Markdown pass over in silence.
inline constexpr Message kUnderscoreEmphasis{
    Severity::warning, "underscore-emphasis",
    "'_{}_' is shown with its underscores, for '_' marks nothing inside a word; write '*{}*'"};
inline constexpr Message kFullWidthHeading{Severity::warning, "full-width-heading",
                                           "'{}' is shown as it stands; a heading begins with the half-width '{}'"};
inline constexpr Message kFullWidthLink{
    Severity::warning, "full-width-link",
    "'{}' is shown as it stands; a link is written [text](address) in half-width brackets"};
inline constexpr Message kFullWidthEmphasis{Severity::warning, "full-width-emphasis",
                                            "'＊＊' is shown as it stands; write '**' in half width for emphasis"};

inline constexpr Message kMoreErrors{Severity::error, "more-markdown-errors",
                                     "more errors in this text are not shown; mend the {} above first"};
inline constexpr Message kMoreWarnings{Severity::warning, "more-markdown-warnings",
                                       "more warnings in this text are not shown; mend the {} above first"};

inline constexpr std::array kMarkdownMessages{
    &kTextTooLong,        &kLineTooLong,        &kRunTooLong,         &kTooManyColumns,
    &kTooManyRules,       &kTooManyCells,       &kNestedTooDeep,      &kTooManyBrackets,
    &kTooManyDefinitions, &kDefinitionTooLong,  &kTooManyLinks,       &kRawHtml,
    &kHtmlComment,        &kLinkScheme,         &kLinkWithoutScheme,  &kForeignPicture,
    &kEmptyAddress,       &kUnknownHeading,     &kImageWithoutAlt,    &kForbiddenReference,
    &kBadRecordId,        &kBadRecordAnchor,    &kEmptyRecordText,    &kRecordTextWithLink,
    &kRecordLinkInTable,  &kRecordLinkShadowed, &kBadCitation,        &kViewWithoutName,
    &kBadViewName,        &kBadViewArgument,    &kViewArgumentTwice,  &kViewWithContent,
    &kBadHeadingId,       &kReservedHeadingId,  &kDuplicateHeadingId, &kMissingFootnote,
    &kUnderscoreEmphasis, &kFullWidthHeading,   &kFullWidthLink,      &kFullWidthEmphasis,
    &kMoreErrors,         &kMoreWarnings};

}  // namespace armillary::markdown
