// A work as a record of RIS, the format that reference managers exchange: a line a tag, two letters or a letter and a
// digit, two spaces, a hyphen, a space; lines end with CR LF; `TY` first, `ER` last. UTF-8.
#pragma once

#include <string>

#include "citation/work.h"

namespace armillary::citation {

std::string ris(const Work& work);

}  // namespace armillary::citation
