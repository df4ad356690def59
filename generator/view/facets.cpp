#include "view/facets.h"

#include <algorithm>

namespace armillary {
namespace {

void add_ids(const Group& group, std::string_view path, std::vector<std::string_view>& out) {
  const std::size_t dot = path.find('.');
  const FieldValue* value = find_value(group, path.substr(0, dot));
  if (value == nullptr) return;
  for (const Item& item : value->items) {
    if (const auto* inner = std::get_if<Group>(&item.datum); inner != nullptr && dot != std::string_view::npos) {
      add_ids(*inner, path.substr(dot + 1), out);
    } else if (const auto* term = std::get_if<ChosenTerm>(&item.datum)) {
      out.emplace_back(term->id);
    } else if (const auto* reference = std::get_if<Reference>(&item.datum)) {
      out.emplace_back(reference->id);
    }
  }
}

void add_facet_fields(const std::vector<Field>& fields, const std::string& prefix,
                      std::map<std::string, const Field*>& out) {
  for (const Field& field : fields) {
    const std::string path = prefix + field.name.value;
    if (field.facet) out.try_emplace(path, &field);
    add_facet_fields(field.fields, path + ".", out);
  }
}

// Terms in the order of the schema; those of further kinds that the first does not have follow.
void order_options(Facet& facet) {
  const auto place = [&](const FacetOption& option) {
    const auto& terms = facet.field->terms;
    return std::find_if(terms.begin(), terms.end(), [&](const Term& t) { return t.id == option.id; }) - terms.begin();
  };
  std::stable_sort(facet.options.begin(), facet.options.end(),
                   [&](const FacetOption& a, const FacetOption& b) { return place(a) < place(b); });
}

}  // namespace

const FacetOption* Facet::find(std::string_view option) const {
  const auto found = std::find_if(options.begin(), options.end(), [&](const FacetOption& o) { return o.id == option; });
  return found == options.end() ? nullptr : &*found;
}

const Facet* FacetIndex::find(std::string_view path) const {
  const auto found = std::find_if(facets.begin(), facets.end(), [&](const Facet& facet) { return facet.path == path; });
  return found == facets.end() ? nullptr : &*found;
}

bool FacetIndex::has(std::string_view path, std::string_view option) const {
  const Facet* facet = find(path);
  return facet != nullptr && facet->find(option) != nullptr;
}

std::vector<std::string_view> ids_at(const Site& site, RecordIndex record, std::string_view path) {
  std::vector<std::string_view> out;
  add_ids(site.record(record).fields, path, out);
  if (const DerivedState* state = site.find_state(record, path)) out.emplace_back(state->term);
  return out;
}

FacetIndex collect_facets(const Site& site) {
  std::map<std::string, const Field*> fields;
  for (const Kind& kind : site.corpus->schema.kinds) add_facet_fields(kind.fields, "", fields);
  FacetIndex out;
  for (const auto& [path, field] : fields) {
    std::map<std::string, FacetOption, std::less<>> options;
    for (RecordIndex i = 0; i < site.corpus->records.size(); ++i) {
      for (const std::string_view id : ids_at(site, i, path)) {
        FacetOption& option = options[std::string(id)];
        if (option.members.empty() || option.members.back() != i) option.members.push_back(i);
        const Field* own = site.record(i).kind->find_path(path);
        if (option.term == nullptr && own != nullptr) option.term = own->find_term(id);
      }
    }
    Facet facet{path, field, {}};
    for (auto& [id, option] : options) {
      const auto target = site.corpus->find(id);
      if (option.term == nullptr && field->type == FieldType::ref && !target) continue;
      option.id = id;
      option.target = target.value_or(0);
      facet.options.push_back(std::move(option));
    }
    if (field->type == FieldType::choice) order_options(facet);
    out.facets.push_back(std::move(facet));
  }
  return out;
}

}  // namespace armillary
