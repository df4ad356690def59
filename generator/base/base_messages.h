// What can be wrong with any text, whatever it is read as.
#pragma once

#include <array>

#include "base/diagnostic.h"

namespace armillary {

inline constexpr Message kNotUtf8{Severity::error, "not-utf-8",
                                  "byte {} does not belong to UTF-8 text; save the file as UTF-8{}"};
inline constexpr Message kByteOrderMark{Severity::error, "byte-order-mark",
                                        "the file begins with a byte order mark; save it as UTF-8 without one"};
inline constexpr Message kControlCharacter{Severity::error, "control-character", "control character {}; delete it"};
inline constexpr Message kCarriageReturn{Severity::error, "carriage-return",
                                         "a carriage return that is not part of a line end; delete it, or save the "
                                         "file with Unix line ends"};
inline constexpr Message kInvisibleCharacter{Severity::error, "invisible-character",
                                             "invisible character {}; delete it"};
inline constexpr Message kBidirectionalControl{Severity::error, "bidirectional-control",
                                               "invisible character {} changes the direction of the text; delete it"};
inline constexpr Message kJoinerOutOfPlace{Severity::error, "joiner-out-of-place",
                                           "invisible character {} stands where no script needs it; delete it"};
inline constexpr Message kPrivateUse{Severity::error, "private-use-character",
                                     "private-use character {}, which looks different in every font; replace it by a "
                                     "character of Unicode"};
inline constexpr Message kLineSeparator{Severity::error, "line-separator",
                                        "{} in place of a line end; replace it by a line end"};
inline constexpr Message kNoncharacter{Severity::error, "noncharacter", "{} is not a character; delete it"};
inline constexpr Message kReplacementCharacter{Severity::warning, "replacement-character",
                                               "U+FFFD stands where some program could not read a character; write "
                                               "the character that was lost"};

inline constexpr Message kLookAlikeLetter{
    Severity::warning, "look-alike-letter",
    "'{}' holds {}, which looks like a Latin letter; write '{}' in the letters of one script"};

inline constexpr std::array kBaseMessages{&kNotUtf8,          &kByteOrderMark,        &kControlCharacter,
                                          &kCarriageReturn,   &kInvisibleCharacter,   &kBidirectionalControl,
                                          &kJoinerOutOfPlace, &kPrivateUse,           &kLineSeparator,
                                          &kNoncharacter,     &kReplacementCharacter, &kLookAlikeLetter};

}  // namespace armillary
