// The forms in which reference managers take works.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "citation/work.h"

namespace armillary::citation {

struct ExportFormat {
  std::string_view name;        // BibTeX
  std::string_view ending;      // of a file: bib
  std::string_view media_type;  // application/x-bibtex
  std::string (*write)(std::span<const Work> works);
};

// BibTeX, RIS and CSL-JSON.
std::span<const ExportFormat> export_formats();

}  // namespace armillary::citation
