// Texts as JSON writes them (RFC 8259, section 7).
#pragma once

#include <string>
#include <string_view>

namespace armillary {

// Appends the text as a JSON string, quotation marks included. REQUIRES well-formed UTF-8.
void append_json_string(std::string& out, std::string_view text);

}  // namespace armillary
