// What the program was built from.
#pragma once

#include <string>

namespace armillary {

// "armillary 0.1.0", then the state of the sources, the compiler and the libraries, a line each.
std::string version_text();

}  // namespace armillary
