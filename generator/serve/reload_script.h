// The script that served pages carry: generator/serve/reload.js, taken into the program when it is compiled.
#pragma once

#include <string_view>

namespace armillary {

extern const std::string_view kReloadScript;

}  // namespace armillary
