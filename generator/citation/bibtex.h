// A work as an entry for BibTeX and biblatex, in UTF-8: standard fields, others (doi, url, isbn, langid, urldate) as
// biblatex reads them and BibTeX passes over them. `# $ % & _ { } ~ ^ \` of a text are written so that TeX prints them;
// titles stand in a second pair of braces, which keeps their capitals.
#pragma once

#include <string>

#include "citation/work.h"

namespace armillary::citation {

std::string bibtex(const Work& work);

}  // namespace armillary::citation
