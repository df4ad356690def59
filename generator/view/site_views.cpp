#include "view/site_views.h"

#include <algorithm>

#include "view/compare_view.h"
#include "view/diagram_view.h"
#include "view/facet_values.h"
#include "view/matrix_view.h"
#include "view/table_view.h"
#include "view/timeline_view.h"

namespace armillary {
namespace {

bool fulfils(const Site& site, RecordIndex index, const FieldCondition& condition) {
  const FieldValue* value = site.record(index).find(condition.field.value);
  const DerivedState* state = site.find_state(index, condition.field.value);
  if (condition.values.empty()) return (value != nullptr && value->has_value()) || state != nullptr;
  const std::vector<std::string_view> ids = ids_at(site, index, condition.field.value);
  return std::any_of(condition.values.begin(), condition.values.end(),
                     [&](const std::string& wanted) { return std::find(ids.begin(), ids.end(), wanted) != ids.end(); });
}

bool takes(const ViewFile& view, const Record& record) {
  return view.kinds.empty() || std::any_of(view.kinds.begin(), view.kinds.end(),
                                           [&](const auto& kind) { return kind.value == record.kind->name; });
}

}  // namespace

std::vector<RecordIndex> records_of_view(const ViewContext& context, const ViewFile& view) {
  std::vector<RecordIndex> out;
  for (RecordIndex i = 0; i < context.site.links.size(); ++i) {
    const bool chosen = takes(view, context.record(i)) &&
                        std::all_of(view.where.begin(), view.where.end(),
                                    [&](const FieldCondition& c) { return fulfils(context.site, i, c); });
    if (chosen) out.push_back(i);
  }
  std::sort(out.begin(), out.end(),
            [&](RecordIndex a, RecordIndex b) { return title_comes_before(context.site, context.language, a, b); });
  return out;
}

namespace {

// Beside the drawing, what its list can be narrowed by; a record counts once for every step.
Value narrowed_timeline(const ViewContext& context, const ViewFile& view, const std::string& root,
                        const FacetIndex& facets) {
  const std::vector<RecordIndex> records = records_of_view(context, view);
  std::vector<RecordIndex> entries;
  for (const RecordIndex record : records) {
    entries.insert(entries.end(), context.site.links[record].steps.size(), record);
  }
  Map out = timeline_value(context, records, root, view.lanes.value).map();
  out.set("facets", facets_among(context, facets, entries, ListOf::many));
  return Value(std::move(out));
}

}  // namespace

Value site_view(const ViewContext& context, const ViewFile& view, const DocumentPlace& place,
                const FacetIndex& facets) {
  Map out;
  out.set("path", view.path.value);
  out.set("title", phrase(context, view.title));
  out.set("intro", phrase(context, view.intro));
  switch (view.type) {
    case ViewType::timeline:
      out.set("type", "timeline");
      out.set("timeline", narrowed_timeline(context, view, place.root, facets));
      break;
    case ViewType::matrix:
      out.set("type", "matrix");
      out.set("matrix", matrix_value(context, view, facets));
      break;
    case ViewType::table:
      out.set("type", "table");
      out.set("table", table_value(context, view, place, facets));
      break;
    case ViewType::compare:
      out.set("type", "compare");
      out.set("compare", compare_value(context, view, place, facets));
      break;
    case ViewType::diagram:
      out.set("type", "diagram");
      out.set("diagram", diagram_value(context, view, place, facets));
      break;
  }
  return out;
}

}  // namespace armillary
