// What of a text others than its own page can see: which records it names, where it leads, what can be linked to in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "markdown/document.h"

namespace armillary {

// As bytes, with the places of all links; never empty. Finished HTML, words, labels and locators are left out: only the
// text's own page shows them.
std::string outline_of(const markdown::Document& document);

// A document that can be linked and checked as the one that was outlined, but not shown. Nothing for other bytes.
std::optional<markdown::Document> document_of_outline(std::string_view outline);

// Whether two texts look the same to all other pages: places do not count. An empty outline is that of no text at all.
bool look_the_same(std::string_view outline, std::string_view other);

}  // namespace armillary
