#include "view/compare_view.h"

#include <algorithm>

#include "view/site_views.h"
#include "view/table_view.h"

namespace armillary {
namespace {

constexpr std::size_t kMainFields = 4;

bool is_chosen(const ViewFile& view, const Kind& kind) {
  return view.kinds.empty() ||
         std::any_of(view.kinds.begin(), view.kinds.end(), [&](const auto& name) { return name.value == kind.name; });
}

std::vector<Located<std::string>> main_fields(const Kind& kind) {
  std::vector<Located<std::string>> out;
  for (const Field& field : kind.fields) {
    if (field.facet && out.size() < kMainFields) out.push_back(field.name);
  }
  return out;
}

}  // namespace

Value compare_value(const ViewContext& context, const ViewFile& view, const DocumentPlace& place,
                    const FacetIndex& facets) {
  Array kinds;
  for (const Kind& kind : context.site.corpus->schema.kinds) {
    if (!is_chosen(view, kind)) continue;
    ViewFile table = view;
    table.kinds = {{kind.name, view.type_place}};
    if (table.columns.empty()) table.columns = main_fields(kind);
    Value made = table_value(context, table, place, facets);
    if (made.map().find("rows")->array().empty()) continue;
    Map out;
    out.set("name", kind.name);
    out.set("label", phrase(context, kind.label_many));
    out.set("table", std::move(made));
    kinds.emplace_back(std::move(out));
  }
  Map out;
  out.set("kinds", std::move(kinds));
  return Value(std::move(out));
}

}  // namespace armillary
