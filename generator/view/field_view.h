// The fields of a record as templates see them.
#pragma once

#include "view/document_html.h"
#include "view/facets.h"
#include "view/view_context.h"

namespace armillary {

// The address that a field's `link` makes of a value, percent-encoded where it must be.
std::string fill_link(std::string_view link, std::string_view value);

// A field with its values:
//   {name, label, help, type, many, absence, evidence, unit, items: [item], columns: [{name, label}]}
// `absence` is "not-stated", "not-checked", "none-found" or none. An item has `type`, `evidence` (or none), `html`
// (what to show, without a link) and `text` (the same without markup), and besides
//   date: machine                  number: machine     url: address        choice: id, definition, address (of its
//   list, or "") ref: card                      file: address       text with a link pattern: address group: anchor,
//   fields: [field], cells: {name: field}
// `evidence` is {source: card or none, url, place, stated, note}.
// `columns` of a group are the inner fields that any of its items fills, in the schema's order.
Value field_value(const ViewContext& context, const FieldValue& value, const DocumentPlace& place,
                  const FacetIndex& facets);

// The item of a term that stands at this path, without evidence.
Map choice_item(const ViewContext& context, const Field& field, const Term& term, const std::string& path,
                const FacetIndex& facets);

// A state for `record.states`: {name, label, id, html, definition, address, since: date or none}.
Value derived_value(const ViewContext& context, const DerivedState& state, const FacetIndex& facets);

// The same in the form of field_value, with one item of type choice: for a table's cell.
Value derived_field_value(const ViewContext& context, const DerivedState& state, const FacetIndex& facets);

}  // namespace armillary
