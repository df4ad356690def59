#include "view/chosen_terms.h"

#include "view/field_view.h"

namespace armillary {

ChosenTerms::ChosenTerms(const ViewContext& context, const Schema& schema, const FacetIndex& facets) {
  for (const Kind& kind : schema.kinds) {
    for (const Field& field : kind.fields) add(context, field, "", facets);
  }
}

void ChosenTerms::add(const ViewContext& context, const Field& field, const std::string& prefix,
                      const FacetIndex& facets) {
  const std::string path = prefix + field.name.value;
  for (const Term& term : field.terms) items_.emplace(&term, choice_item(context, field, term, path, facets));
  for (const Field& inner : field.fields) add(context, inner, path + ".", facets);
}

const Value* ChosenTerms::find(const Term& term) const {
  const auto found = items_.find(&term);
  return found == items_.end() ? nullptr : &found->second;
}

}  // namespace armillary
