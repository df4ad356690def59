// Which program this is, to the byte: what another one made is not taken for its own.
#pragma once

#include <optional>
#include <string>

namespace armillary {

// The build ids (ELF notes that the linker makes from all that it links) of the program and of every library that is
// loaded, in hexadecimal. Nothing where one of them has none.
std::optional<std::string> program_identity();

}  // namespace armillary
