#include "view/diagram_view.h"

#include <algorithm>
#include <map>
#include <set>

#include "view/relation_groups.h"
#include "view/site_views.h"

namespace armillary {
namespace {

constexpr std::size_t kRelations = 3;

class DiagramMaker {
 public:
  DiagramMaker(const ViewContext& context, const ViewFile& view, const DocumentPlace& place, const FacetIndex& facets)
      : context_(context), view_(view), place_(place), facets_(facets), records_(records_of_view(context, view)) {
    link_children();
  }

  Value make();

 private:
  void link_children();
  Value node(RecordIndex record);
  Value groups_of(const std::vector<RecordIndex>& records);
  Value cell(RecordIndex record, const std::string& field) const;
  Value relations(RecordIndex record) const;
  std::string_view group_id(RecordIndex record) const;
  const Field* group_field() const;

  const ViewContext& context_;
  const ViewFile& view_;
  const DocumentPlace& place_;
  const FacetIndex& facets_;
  std::vector<RecordIndex> records_;                          // by title
  std::map<RecordIndex, std::vector<RecordIndex>> children_;  // by title
  std::set<RecordIndex> has_parent_;
  std::set<RecordIndex> drawn_;  // so that a circle of references ends
};

void DiagramMaker::link_children() {
  const std::set<RecordIndex> chosen(records_.begin(), records_.end());
  const auto root = context_.site.corpus->find(view_.root.value);
  for (const RecordIndex record : records_) {
    for (const std::string_view id : ids_at(context_.site, record, view_.link.value)) {
      const auto parent = context_.site.corpus->find(id);
      const bool is_drawn = parent && *parent != record && (chosen.contains(*parent) || parent == root);
      if (!is_drawn) continue;
      children_[*parent].push_back(record);
      has_parent_.insert(record);
      break;
    }
  }
}

std::string_view DiagramMaker::group_id(RecordIndex record) const {
  if (view_.group.value.empty()) return {};
  const std::vector<std::string_view> ids = ids_at(context_.site, record, view_.group.value);
  return ids.empty() ? std::string_view() : ids.front();
}

const Field* DiagramMaker::group_field() const {
  if (view_.group.value.empty()) return nullptr;
  for (const RecordIndex record : records_) {
    if (const Field* field = context_.record(record).kind->find_path(view_.group.value)) return field;
  }
  return nullptr;
}

Value DiagramMaker::groups_of(const std::vector<RecordIndex>& records) {
  std::map<std::string_view, Array> by_group;
  for (const RecordIndex record : records) {
    if (!drawn_.insert(record).second) continue;
    by_group[group_id(record)].push_back(node(record));
  }
  Array out;
  const auto add = [&](Value label, std::string_view id) {
    const auto found = by_group.find(id);
    if (found == by_group.end()) return;
    Map group;
    group.set("label", std::move(label));
    group.set("nodes", std::move(found->second));
    out.emplace_back(std::move(group));
  };
  if (const Field* field = group_field()) {
    for (const Term& term : field->terms) add(phrase(context_, term.label), term.id);
  }
  add(Value::none(), {});
  return out;
}

Value DiagramMaker::cell(RecordIndex record, const std::string& field) const {
  const FieldValue* value = context_.record(record).find(field);
  return value == nullptr ? Value::none() : field_value(context_, *value, place_, facets_);
}

Value DiagramMaker::relations(RecordIndex record) const {
  Array out;
  for (const IncomingGroup& group : incoming_groups(context_, record)) {
    if (out.size() == kRelations) break;
    const Relation& first = group.relations.front();
    if (first.field->name.value == view_.link.value || is_source_of_entry(context_, record, first)) continue;
    Map made;
    made.set("label", group.label);
    made.set("count", group.relations.size());
    out.emplace_back(std::move(made));
  }
  return out;
}

Value DiagramMaker::node(RecordIndex record) {
  Array cells;
  for (const Located<std::string>& column : view_.columns) cells.push_back(cell(record, column.value));
  Map out;
  out.set("card", context_.cards[record]);
  out.set("cells", std::move(cells));
  out.set("relations", relations(record));
  const auto children = children_.find(record);
  out.set("groups", children == children_.end() ? Value(Array()) : groups_of(children->second));
  return Value(std::move(out));
}

Value DiagramMaker::make() {
  std::vector<std::pair<std::size_t, Value>> trees;  // with what each holds
  std::vector<RecordIndex> alone;
  const auto add_tree = [&](RecordIndex record) {
    const std::size_t before = drawn_.size();
    drawn_.insert(record);
    Value made = node(record);
    trees.emplace_back(drawn_.size() - before, std::move(made));
  };
  if (const auto root = context_.site.corpus->find(view_.root.value)) {
    add_tree(*root);
  } else {
    for (const RecordIndex record : records_) {
      if (has_parent_.contains(record)) continue;
      if (children_.contains(record)) {
        add_tree(record);
      } else {
        alone.push_back(record);
      }
    }
    // Records that belong under each other in a circle.
    for (const RecordIndex record : records_) {
      if (has_parent_.contains(record) && !drawn_.contains(record)) add_tree(record);
    }
  }
  std::stable_sort(trees.begin(), trees.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  Array tree_values;
  for (auto& [size, tree] : trees) tree_values.push_back(std::move(tree));
  Map out;
  out.set("trees", std::move(tree_values));
  out.set("groups", groups_of(alone));
  out.set("count", drawn_.size());
  return Value(std::move(out));
}

}  // namespace

Value diagram_value(const ViewContext& context, const ViewFile& view, const DocumentPlace& place,
                    const FacetIndex& facets) {
  return DiagramMaker(context, view, place, facets).make();
}

}  // namespace armillary
