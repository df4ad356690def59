#include "feeds/calendar_lines.h"

namespace armillary {
namespace {

constexpr std::size_t kLineOctets = 75;

bool continues_a_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

void CalendarLines::add(std::string_view property, std::string_view value) {
  std::string line;
  line.append(property).append(":").append(value);
  std::size_t room = kLineOctets;
  std::size_t begin = 0;
  while (line.size() - begin > room) {
    std::size_t end = begin + room;
    while (continues_a_character(line[end])) --end;
    out_.append(line, begin, end - begin).append("\r\n ");
    begin = end;
    room = kLineOctets - 1;  // the space belongs to the line
  }
  out_.append(line, begin).append("\r\n");
}

void CalendarLines::add_text(std::string_view property, std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\n') {
      escaped += "\\n";
    } else if (c == '\\' || c == ',' || c == ';') {
      escaped.append("\\").push_back(c);
    } else if (c != '\r') {
      escaped += c;
    }
  }
  add(property, escaped);
}

}  // namespace armillary
