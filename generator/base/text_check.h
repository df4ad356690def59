// What every text file must be before anything reads it as YAML, Markdown or a template.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"

namespace armillary {

// More reports about one file's characters would say nothing new.
inline constexpr std::size_t kMaxCharacterReports = 20;

// Reports, each at its place: bytes that are not UTF-8, a byte order mark, NUL and other control characters,
// zero-width and bidirectional control characters (U+200C and U+200D are allowed between letters of scripts
// that need them, U+200D in emoji), private-use characters, U+2028 and U+2029. CRLF line ends are fine. U+FFFD, the
// trace of a character that some program lost, is a warning, and so is a letter of another script that looks like a
// Latin one in a word of Latin letters or in a host's name (UTS #39). At most kMaxCharacterReports errors and as many
// warnings a file, and one malformed byte a line. Returns whether the text may be read on.
bool check_text(const SourceFile& file, Diagnostics& diagnostics);

// For texts that are made from others, such as by YAML's escapes: the first character in `text` that
// check_text reports as an error, as "U+200B (zero width space)"; empty where there is none. REQUIRES UTF-8.
std::string first_forbidden_character(std::string_view text);

// Whether check_text reports the character at `offset` as an error. REQUIRES UTF-8 and offset < text.size().
bool is_forbidden_at(std::string_view text, std::size_t offset);

}  // namespace armillary
