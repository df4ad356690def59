// Numeric character references (CommonMark 0.29, 6.2): "&#94;" and "&#x5e;".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace armillary::markdown {

struct NumericReference {
  char32_t value;   // 0x110000 for all that is beyond Unicode
  std::size_t end;  // behind its semicolon
};

// The reference whose '&' stands at `at`.
std::optional<NumericReference> numeric_reference_at(std::string_view text, std::size_t at);

// The character that such a reference makes, as "U+202E (right-to-left override)", where check_text would refuse it
// between the same neighbours; else empty. No text holds what it must not by writing it in numbers.
std::string forbidden_character(std::string_view text, std::size_t at, const NumericReference& reference);

// cmark-gfm makes one byte, which is no UTF-8, of a reference to U+FFFE or U+FFFF. The same text, of the same length,
// with references to U+FFFD in their place; nothing where there are none.
std::optional<std::string> mend_references(std::string_view text);

}  // namespace armillary::markdown
