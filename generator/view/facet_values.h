// What readers narrow lists by: facets with their options counted among the entries of a list, and the terms that each
// record has.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "view/facets.h"
#include "view/view_context.h"

namespace armillary {

struct CountedOption {
  const FacetOption* option = nullptr;
  std::size_t count = 0;
};

// By title; where another kind's field of that name is a choice, its terms follow in their own order.
bool option_comes_before(const ViewContext& context, const FacetOption& a, const FacetOption& b);

// {id, label, label_text, definition, card or none, address, count}
Value option_value(const ViewContext& context, const Facet& facet, const CountedOption& counted);

// {name, label, help, address, type, options}: terms in the schema's order, records by title.
Value facet_value(const ViewContext& context, const Facet& facet, std::vector<CountedOption> options);

// All options, each with the number of its records.
Value facet_value(const ViewContext& context, const Facet& facet);

enum class ListOf {
  one_kind,  // every option that occurs: the facets are ways in as well
  many,      // the kinds as the first facet; without options that every entry has, which narrow nothing
};

// The facets that these entries have, counted among them; a record that stands twice counts twice.
Value facets_among(const ViewContext& context, const FacetIndex& index, const std::vector<RecordIndex>& entries,
                   ListOf list);

// "kind=law binding=binding parties.party=kenya": the kind and every term of a facet, for scripts.
std::string terms_text(const Site& site, RecordIndex index);

}  // namespace armillary
