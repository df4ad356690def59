// What an editor wrote, short enough for a message.
#pragma once

#include <string>
#include <string_view>

#include "base/utf8.h"

namespace armillary::markdown {

// The first line of the text, cut after 60 characters.
inline std::string quoted(std::string_view text) {
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  std::size_t end = 0;
  for (int i = 0; i < 60 && end < line.size(); ++i) next_code_point(line, end);
  std::string out(line.substr(0, end));
  if (end < text.size()) out += "…";
  return out;
}

}  // namespace armillary::markdown
