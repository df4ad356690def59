// Everything that can be wrong with a template, when it is read and when a page is made with it.
#pragma once

#include <array>

#include "base/diagnostic.h"

namespace armillary::templating {

// Reading a template.
inline constexpr Message kTemplateCharacter{Severity::error, "template-character", "'{}' has no meaning inside a tag"};
inline constexpr Message kUnclosedText{Severity::error, "template-unclosed-text",
                                       "the text that begins with {} is not closed; write {} at its end"};
inline constexpr Message kBadEscape{Severity::error, "template-escape",
                                    "'{}' is not a complete escape; write '\\\\' for a backslash"};
inline constexpr Message kNumberTooLarge{Severity::error, "template-number-too-large",
                                         "'{}' is too large; a whole number has at most 18 digits"};
inline constexpr Message kUnclosedDelimiter{Severity::error, "template-unclosed",
                                            "'{}' is not closed; '{}' is missing"};
inline constexpr Message kUnexpectedBracket{Severity::error, "template-bracket", "'{}' closes nothing here{}"};
inline constexpr Message kExpected{Severity::error, "template-syntax", "expected {}, found {}"};
inline constexpr Message kUnknownTag{Severity::error, "unknown-tag", "unknown tag '{}'{}"};
inline constexpr Message kForeignTag{Severity::error, "tag-not-supported",
                                     "'{}' is not part of the template language; {}"};
inline constexpr Message kUnclosedTag{Severity::error, "unclosed-tag",
                                      "'{}', opened on line {}, is not closed{}; '{}' is missing"};
inline constexpr Message kUnexpectedEnd{Severity::error, "unexpected-end-tag", "'{}' belongs to no open tag{}"};
inline constexpr Message kTemplateTooDeep{Severity::error, "template-too-deep", "{} nested deeper than {} levels"};
inline constexpr Message kCannotAssign{Severity::error, "cannot-assign",
                                       "a value can be given to a name only, not to {}"};
inline constexpr Message kLoopIsReserved{Severity::error, "loop-is-reserved",
                                         "'loop' is the loop's own name; choose another one"};
inline constexpr Message kDefaultOrder{Severity::error, "parameter-order",
                                       "parameter '{}' needs a default, as the one before it has one"};
inline constexpr Message kDuplicateParameter{Severity::error, "duplicate-parameter",
                                             "parameter '{}' stands twice in this list"};
inline constexpr Message kCallerNeedsDefault{Severity::error, "caller-parameter",
                                             "parameter 'caller' needs a default, or leave it out"};
inline constexpr Message kArgumentOrder{Severity::error, "argument-order", "{} cannot stand after {}"};
inline constexpr Message kExpectedCall{Severity::error, "expected-call",
                                       "'call' needs a call such as 'name(...)', found {}"};
inline constexpr Message kPrivateName{Severity::error, "private-name",
                                      "'{}' cannot be imported: names that begin with '_' stay in their template"};
inline constexpr Message kRequiredBlockHasContent{
    Severity::error, "required-block-content",
    "required block '{}' must be empty here; templates that extend this one fill it"};
inline constexpr Message kKeyNotText{Severity::error, "key-not-text", "a key of a mapping must be text, found {}"};

// What a template refers to.
inline constexpr Message kUnknownFilter{Severity::error, "unknown-filter", "unknown filter '{}'{}"};
inline constexpr Message kUnknownTest{Severity::error, "unknown-test", "unknown test '{}'{}"};
inline constexpr Message kUnknownArgument{Severity::error, "unknown-argument", "{} takes no argument '{}'{}"};
inline constexpr Message kTooManyArguments{Severity::error, "too-many-arguments",
                                           "{} takes at most {} argument(s), found {}"};
inline constexpr Message kMissingArgument{Severity::error, "missing-argument", "{} needs argument '{}'"};
inline constexpr Message kRepeatedArgument{Severity::error, "repeated-argument", "argument '{}' is given twice to {}"};
inline constexpr Message kUnknownTemplate{Severity::error, "unknown-template", "no template '{}'{}"};
inline constexpr Message kTemplateCycle{Severity::error, "template-cycle", "'{}' comes back to itself: {}"};
inline constexpr Message kDuplicateTemplate{Severity::error, "duplicate-template", "a second template '{}'"};
inline constexpr Message kDuplicateBlock{Severity::error, "duplicate-block",
                                         "block '{}' is defined twice, first on line {}; choose another name"};
inline constexpr Message kExtendsInside{Severity::error, "extends-inside",
                                        "'extends' must stand outside of loops, blocks and macros"};
inline constexpr Message kExtendsTwice{Severity::error, "extends-twice", "a template can extend one other only"};

// Making a page. " (while making SUBJECT)" follows each of these texts.
inline constexpr Message kUndefinedName{Severity::error, "undefined-name", "'{}' is not defined{}"};
inline constexpr Message kUndefinedAttribute{Severity::error, "undefined-attribute", "{} has no '{}'{}"};
inline constexpr Message kUndefinedValue{Severity::error, "undefined-value", "{}"};
inline constexpr Message kWrongType{Severity::error, "template-wrong-type", "{} needs {}, not {}"};
inline constexpr Message kWrongOperands{Severity::error, "template-wrong-operands", "'{}' cannot join {} and {}"};
inline constexpr Message kNotComparable{Severity::error, "not-comparable", "{} and {} cannot be put in order"};
inline constexpr Message kNotIterable{Severity::error, "not-iterable", "{} cannot be gone through one by one"};
inline constexpr Message kNotPrintable{Severity::error, "not-printable", "{} cannot be written as text; {}"};
inline constexpr Message kNotCallable{Severity::error, "not-callable", "'{}' cannot be called: it is {}"};
inline constexpr Message kNoMethod{Severity::error, "no-method",
                                   "method '{}' of {} is not part of the template language{}"};
inline constexpr Message kCallFailed{Severity::error, "call-failed", "{}"};
inline constexpr Message kWrongUnpacking{Severity::error, "wrong-unpacking", "{} name(s) cannot take {} value(s)"};
inline constexpr Message kIntegerOverflow{Severity::error, "integer-overflow",
                                          "the result of '{}' is too large for a whole number"};
inline constexpr Message kDivisionByZero{Severity::error, "division-by-zero", "'{}' divides by zero"};
inline constexpr Message kNoRealResult{Severity::error, "no-real-result", "the result of '{}' is not a real number"};
inline constexpr Message kBadArgument{Severity::error, "bad-argument", "{}: {}"};
inline constexpr Message kBadFormat{Severity::error, "bad-format", "bad format '{}': {}"};
inline constexpr Message kNotANamespace{Severity::error, "not-a-namespace",
                                        "'{}' is {}; only an attribute of a namespace() can be set"};
inline constexpr Message kRecursionTooDeep{Severity::error, "recursion-too-deep",
                                           "templates, blocks and macros call each other more than {} levels deep"};
inline constexpr Message kValueTooDeep{Severity::error, "value-too-deep", "a value nested more than {} levels deep"};
inline constexpr Message kRequiredBlockMissing{Severity::error, "required-block-missing",
                                               "block '{}' is required, and no template fills it"};

inline constexpr std::array kTemplatingMessages{&kTemplateCharacter,
                                                &kUnclosedText,
                                                &kBadEscape,
                                                &kNumberTooLarge,
                                                &kUnclosedDelimiter,
                                                &kUnexpectedBracket,
                                                &kExpected,
                                                &kUnknownTag,
                                                &kForeignTag,
                                                &kUnclosedTag,
                                                &kUnexpectedEnd,
                                                &kTemplateTooDeep,
                                                &kCannotAssign,
                                                &kLoopIsReserved,
                                                &kDefaultOrder,
                                                &kDuplicateParameter,
                                                &kCallerNeedsDefault,
                                                &kArgumentOrder,
                                                &kExpectedCall,
                                                &kPrivateName,
                                                &kRequiredBlockHasContent,
                                                &kKeyNotText,
                                                &kUnknownFilter,
                                                &kUnknownTest,
                                                &kUnknownArgument,
                                                &kTooManyArguments,
                                                &kMissingArgument,
                                                &kRepeatedArgument,
                                                &kUnknownTemplate,
                                                &kTemplateCycle,
                                                &kDuplicateTemplate,
                                                &kDuplicateBlock,
                                                &kExtendsInside,
                                                &kExtendsTwice,
                                                &kUndefinedName,
                                                &kUndefinedAttribute,
                                                &kUndefinedValue,
                                                &kWrongType,
                                                &kWrongOperands,
                                                &kNotComparable,
                                                &kNotIterable,
                                                &kNotPrintable,
                                                &kNotCallable,
                                                &kNoMethod,
                                                &kCallFailed,
                                                &kWrongUnpacking,
                                                &kIntegerOverflow,
                                                &kDivisionByZero,
                                                &kNoRealResult,
                                                &kBadArgument,
                                                &kBadFormat,
                                                &kNotANamespace,
                                                &kRecursionTooDeep,
                                                &kValueTooDeep,
                                                &kRequiredBlockMissing};

}  // namespace armillary::templating
