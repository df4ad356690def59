// What stands in the gaps of a record's texts: links, citations, views.
#pragma once

#include <algorithm>
#include <optional>
#include <variant>

#include "model/record.h"

namespace armillary {

// Whether `is_wanted` holds for one of the document's.
template <typename IsWanted>
bool any_filling(const markdown::Document& document, const IsWanted& is_wanted) {
  return std::any_of(document.gaps.begin(), document.gaps.end(),
                     [&](const markdown::Gap& gap) { return is_wanted(gap.filling); });
}

// The same for the record's bodies and Markdown fields, in whatever language.
template <typename IsWanted>
bool any_filling(const Record& record, const IsWanted& is_wanted) {
  bool found = std::any_of(record.bodies.begin(), record.bodies.end(), [&](const std::optional<Body>& body) {
    return body && any_filling(*body->document, is_wanted);
  });
  for_each_item(record.fields, [&](const FieldValue&, const Item& item) {
    const auto* texts = std::get_if<LocalizedMarkdown>(&item.datum);
    if (texts == nullptr) return;
    for (const markdown::Document& document : texts->by_language) found = found || any_filling(document, is_wanted);
  });
  return found;
}

}  // namespace armillary
