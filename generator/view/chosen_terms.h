// The items of choice fields as templates see them: made once, shared by all records that chose the term.
#pragma once

#include <string>
#include <unordered_map>

#include "schema/schema.h"
#include "templating/value.h"

namespace armillary {

struct FacetIndex;
struct ViewContext;

class ChosenTerms {
 public:
  ChosenTerms() = default;  // knows nothing
  // `context` need not have its own yet.
  ChosenTerms(const ViewContext& context, const Schema& schema, const FacetIndex& facets);

  // The item of a term of the schema itself, not of a copy, where no evidence stands beside it; null where it is none.
  const templating::Value* find(const Term& term) const;

 private:
  void add(const ViewContext& context, const Field& field, const std::string& prefix, const FacetIndex& facets);

  std::unordered_map<const Term*, templating::Value> items_;
};

}  // namespace armillary
