// Works as CSL-JSON: an array that fits the schema csl-data.json of CSL 1.0.2, as citation processors (pandoc, Zotero,
// citeproc-js) read it; an item a line.
#pragma once

#include <span>
#include <string>

#include "citation/work.h"

namespace armillary::citation {

std::string csl_json(std::span<const Work> works);

}  // namespace armillary::citation
