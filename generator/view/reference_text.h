// A cited work as a page prints it: GB/T 7714 (numeric) on pages in Chinese, APA 7 on all others.
#pragma once

#include <string>

#include "citation/rich_text.h"
#include "view/cited_work.h"
#include "view/view_context.h"

namespace armillary {

enum class CitationStyle { gb_7714_2025, gb_7714_2015, apa_7 };

// What the style is called: `GB/T 7714—2025`.
std::string_view title_of(CitationStyle style);

// The style of references on pages in the context's language.
CitationStyle page_style(const ViewContext& context);

// A work in a style, as HTML: titles in another language marked, addresses linked. The gap for the reader's day of
// access is <span class="access-date" data-form="iso"> or data-form="words".
std::string reference_html(const ViewContext& context, const CitedWork& cited, CitationStyle style);

// The work that a record describes, in the page's style.
std::string reference_text(const ViewContext& context, RecordIndex index);

}  // namespace armillary
