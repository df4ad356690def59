// A work as CSL-JSON: an array of one item that fits the schema csl-data.json of CSL 1.0.2, as citation processors
// (pandoc, Zotero, citeproc-js) read it.
#pragma once

#include <string>

#include "citation/work.h"

namespace armillary::citation {

std::string csl_json(const Work& work);

}  // namespace armillary::citation
