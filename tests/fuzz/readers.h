// Everything in the generator that reads what strangers write, each under a name, taking any bytes. The fuzzers call
// them with what libFuzzer thinks of, the unit tests with what was found before.
#pragma once

#include <span>
#include <string_view>

namespace armillary::fuzzing {

struct Reader {
  std::string_view name;
  // Ends the program where the input breaks what the reader promises.
  void (*read)(std::string_view input);
  // Inputs are front matter between lines of dashes and a text: changes are made to one of the two.
  bool has_front_matter = false;
};

std::span<const Reader> readers();

}  // namespace armillary::fuzzing
