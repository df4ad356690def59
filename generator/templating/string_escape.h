// Backslash escapes in the texts that templates write in quotes, as Python resolves them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace armillary::templating {

struct Unescaped {
  std::string text;
  std::size_t bad_begin = 0;  // the first escape that is incomplete or no character; none if bad_length is 0
  std::size_t bad_length = 0;
};

Unescaped unescape(std::string_view written);

}  // namespace armillary::templating
