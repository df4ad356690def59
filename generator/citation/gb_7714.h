// GB/T 7714, China's national standard for references, numeric system: a work as an entry of a list of references,
// without its number in brackets. 2025 (in force since 2026-07-01) and 2015, for journals that still ask for it.
//
// The standard's own marks stand as they are printed in it: in 2025 full-width comma, colon and parentheses, half-width
// full stop and brackets; in 2015 half-width throughout. Titles are not changed. Words such as 等 and et al. are in the
// language of the work. An estimated year stands in brackets. A work's address is followed by its DOI unless the
// address contains it.
#pragma once

#include "citation/names.h"
#include "citation/rich_text.h"
#include "citation/work.h"

namespace armillary::citation {

RichText gb_7714(const Work& work, GbEdition edition);

}  // namespace armillary::citation
