#include "view/facet_values.h"

#include <algorithm>
#include <map>

#include "view/addresses.h"

namespace armillary {
namespace {

// A field of this name hides the facet of kinds.
constexpr std::string_view kKindFacet = "kind";

LocalizedText label_of(const ViewContext& context, const FacetOption& option) {
  if (option.term != nullptr) return option.term->label;
  return context.record(option.target).title();
}

// The options of a facet that these entries have, in the facet's order.
std::vector<CountedOption> count_options(const ViewContext& context, const Facet& facet,
                                         const std::vector<RecordIndex>& entries) {
  std::map<std::string_view, std::size_t> counts;
  for (const RecordIndex record : entries) {
    if (context.record(record).kind->find_path(facet.path) == nullptr) continue;
    std::vector<std::string_view> ids = ids_at(context.site, record, facet.path);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (const std::string_view id : ids) ++counts[id];
  }
  std::vector<CountedOption> out;
  if (counts.empty()) return out;
  for (const FacetOption& option : facet.options) {
    const auto found = counts.find(option.id);
    if (found != counts.end()) out.push_back({&option, found->second});
  }
  return out;
}

Value kind_option(const ViewContext& context, const Kind& kind, std::size_t count) {
  Map out;
  out.set("id", kind.name);
  out.set("label", phrase(context, kind.label_many));
  out.set("label_text", phrase_text(context, kind.label_many));
  out.set("definition", phrase(context, kind.help));
  out.set("card", Value::none());
  out.set("address", kind_address(context.lang(), kind));
  out.set("count", count);
  return out;
}

Value kinds_among(const ViewContext& context, const std::vector<RecordIndex>& entries) {
  std::map<const Kind*, std::size_t> counts;
  for (const RecordIndex record : entries) ++counts[context.record(record).kind];
  Array options;
  for (const Kind& kind : context.site.corpus->schema.kinds) {
    const auto found = counts.find(&kind);
    if (found != counts.end() && found->second < entries.size()) {
      options.push_back(kind_option(context, kind, found->second));
    }
  }
  if (options.empty()) return Value::none();
  Map out;
  out.set("name", kKindFacet);
  out.set("label", context.words.plain("kind"));
  out.set("help", "");
  out.set("address", home_address(context.lang()));
  out.set("type", "kind");
  out.set("options", std::move(options));
  return out;
}

void add_terms(const Group& group, const std::string& prefix, std::string& out) {
  for (const FieldValue& value : group) {
    const std::string path = prefix + value.field->name.value;
    for (const Item& item : value.items) {
      if (const auto* inner = std::get_if<Group>(&item.datum)) add_terms(*inner, path + ".", out);
      if (!value.field->facet) continue;
      if (const auto* term = std::get_if<ChosenTerm>(&item.datum)) out += " " + path + "=" + term->id;
      if (const auto* reference = std::get_if<Reference>(&item.datum)) out += " " + path + "=" + reference->id;
    }
  }
}

}  // namespace

bool option_comes_before(const ViewContext& context, const FacetOption& a, const FacetOption& b) {
  if (a.term != nullptr || b.term != nullptr) return a.term == nullptr && b.term != nullptr;
  return title_comes_before(context.site, context.language, a.target, b.target);
}

Value option_value(const ViewContext& context, const Facet& facet, const CountedOption& counted) {
  const FacetOption& option = *counted.option;
  const LocalizedText label = label_of(context, option);
  Map out;
  out.set("id", option.id);
  out.set("label", phrase(context, label));
  out.set("label_text", phrase_text(context, label));
  out.set("definition", option.term != nullptr ? phrase(context, option.term->definition) : Value(""));
  out.set("card", option.term != nullptr ? Value::none() : context.cards[option.target]);
  out.set("address", option_address(context.lang(), facet.path, option.id));
  out.set("count", counted.count);
  return out;
}

Value facet_value(const ViewContext& context, const Facet& facet, std::vector<CountedOption> options) {
  if (facet.field->type == FieldType::ref) {
    std::stable_sort(options.begin(), options.end(), [&](const CountedOption& a, const CountedOption& b) {
      return option_comes_before(context, *a.option, *b.option);
    });
  }
  Array made;
  for (const CountedOption& option : options) made.push_back(option_value(context, facet, option));
  Map out;
  out.set("name", facet.path);
  out.set("label", field_label(context, *facet.field));
  out.set("help", phrase(context, facet.field->help));
  out.set("address", field_address(context.lang(), facet.path));
  out.set("type", name_of(facet.field->type));
  out.set("options", std::move(made));
  return out;
}

Value facet_value(const ViewContext& context, const Facet& facet) {
  std::vector<CountedOption> options;
  for (const FacetOption& option : facet.options) options.push_back({&option, option.members.size()});
  return facet_value(context, facet, std::move(options));
}

Value facets_among(const ViewContext& context, const FacetIndex& index, const std::vector<RecordIndex>& entries,
                   ListOf list) {
  Array out;
  if (list == ListOf::many && index.find(kKindFacet) == nullptr) {
    if (Value kinds = kinds_among(context, entries); !kinds.is_none()) out.push_back(std::move(kinds));
  }
  for (const Facet& facet : index.facets) {
    std::vector<CountedOption> options = count_options(context, facet, entries);
    if (list == ListOf::many) {
      std::erase_if(options, [&](const CountedOption& option) { return option.count == entries.size(); });
    }
    if (!options.empty()) out.push_back(facet_value(context, facet, std::move(options)));
  }
  return out;
}

std::string terms_text(const Site& site, RecordIndex index) {
  const Record& record = site.record(index);
  std::string out = std::string(kKindFacet) + "=" + record.kind->name;
  add_terms(record.fields, "", out);
  for (const DerivedState& state : site.links[index].states) {
    if (state.field->facet) out += " " + state.field->name.value + "=" + state.term;
  }
  return out;
}

}  // namespace armillary
