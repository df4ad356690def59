// HTML back to plain text.
#pragma once

#include <string>
#include <string_view>

namespace armillary::templating {

// Without comments and tags, white space as single spaces, character references resolved. The names of HTML 4 are
// known; others stay as they are.
std::string without_tags(std::string_view html);
std::string without_references(std::string_view html);

}  // namespace armillary::templating
