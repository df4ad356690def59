// The line that embeds a view: "view NAME key=value key="a value with spaces"", after the fence's ticks.
#pragma once

#include <optional>

#include "markdown/document.h"
#include "markdown/reporter.h"

namespace armillary::markdown {

// Reads the words after "view" in `span` of the reporter's file. Names and keys are small letters, digits and single
// hyphens or, in keys, '_' and '.'. Nothing where the line is malformed, which is reported.
std::optional<EmbeddedView> read_view_line(Span span, Reporter& reporter);

}  // namespace armillary::markdown
