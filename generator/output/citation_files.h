// The files for reference managers beside every record's page: zh/laws/gdpr/cite.bib, .ris and .json.
#pragma once

#include <cstddef>

#include "base/take_file.h"
#include "output/page_view.h"

namespace armillary {

// Hands all of them on, in every language; how many there were. None where the site does without data.
std::size_t write_citation_files(const PageSources& sources, std::size_t jobs, const TakeFile& take);

}  // namespace armillary
