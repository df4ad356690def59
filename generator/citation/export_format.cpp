#include "citation/export_format.h"

#include <array>

#include "citation/bibtex.h"
#include "citation/csl_json.h"
#include "citation/ris.h"

namespace armillary::citation {
namespace {

template <std::string (*write)(const Work& work)>
std::string one_after_another(std::span<const Work> works) {
  std::string out;
  for (const Work& work : works) out += write(work);
  return out;
}

constexpr std::array<ExportFormat, 3> kFormats = {{
    {"BibTeX", "bib", "application/x-bibtex", one_after_another<bibtex>},
    {"RIS", "ris", "application/x-research-info-systems", one_after_another<ris>},
    {"CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl_json},
}};

}  // namespace

std::span<const ExportFormat> export_formats() { return kFormats; }

}  // namespace armillary::citation
