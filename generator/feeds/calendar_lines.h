// The lines of an iCalendar file (RFC 5545, section 3.1): ended by CR LF and folded at 75 octets.
#pragma once

#include <string>
#include <string_view>

namespace armillary {

class CalendarLines {
 public:
  // `property` may have parameters: "DTSTART;VALUE=DATE". The value stands as it is.
  void add(std::string_view property, std::string_view value);

  // A value of type TEXT: backslashes, commas, semicolons and line ends are escaped (section 3.3.11).
  void add_text(std::string_view property, std::string_view text);

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace armillary
