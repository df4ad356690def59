// Every facet of the schema with its options and the records that have them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "link/site.h"

namespace armillary {

struct FacetOption {
  std::string id;                    // a term's id or a record's
  const Term* term = nullptr;        // of a choice
  RecordIndex target = 0;            // of a ref
  std::vector<RecordIndex> members;  // by index, without repetition
};

// A field of the same path in several kinds is one facet.
struct Facet {
  std::string path;                  // `binding`, `parties.party`
  const Field* field = nullptr;      // of the first kind that has it
  std::vector<FacetOption> options;  // a choice's in the schema's order, a ref's by id; only those with members. Where
                                     // the kinds' fields are of both types, each option is what its own field makes it

  const FacetOption* find(std::string_view option) const;
};

struct FacetIndex {
  std::vector<Facet> facets;  // by path

  const Facet* find(std::string_view path) const;
  // Whether there is a list of the records with this option.
  bool has(std::string_view path, std::string_view option) const;
};

FacetIndex collect_facets(const Site& site);

// The ids of the terms or records that stand at a dotted path of a record, derived choices included.
std::vector<std::string_view> ids_at(const Site& site, RecordIndex record, std::string_view path);

}  // namespace armillary
