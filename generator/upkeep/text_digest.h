// The digest by which a translation says which state of the original it was made from.
#pragma once

#include <string>
#include <string_view>

namespace armillary {

// `sha256:` and the first 16 hexadecimal digits of the SHA-256 of the text in normal form: Unicode NFC, lines ended by
// LF without white space at their ends, runs of empty lines as one, none at the beginning and the end. So neither
// another editor's line ends nor an added empty line makes a translation stale.
std::string text_digest(std::string_view text);

// Whether `written`, as it stands under `translation: {of: …}`, names this digest: with or without `sha256:`, all its
// digits or the first of them, at least 8.
bool names_digest(std::string_view written, std::string_view text);

}  // namespace armillary
