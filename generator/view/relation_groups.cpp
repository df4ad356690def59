#include "view/relation_groups.h"

#include <algorithm>
#include <set>
#include <utility>

#include "view/step_view.h"

namespace armillary {
namespace {

// A record stands once for each thing that its entries say of themselves, as `signed`; where they say nothing, once.
void keep_each_once(const ViewContext& context, std::vector<Relation>& relations) {
  std::sort(relations.begin(), relations.end(), [&](const Relation& a, const Relation& b) {
    return comes_before(context.site, context.language, a.date, a.from, b.date, b.from);
  });
  const auto same = [](const Relation& a, const Relation& b) { return a.from == b.from; };
  relations.erase(std::unique(relations.begin(), relations.end(), same), relations.end());
  std::set<std::pair<RecordIndex, const Term*>> seen;
  std::erase_if(relations, [&](const Relation& one) {
    return !seen.emplace(one.from, one.entry != nullptr ? caption_term(*one.entry) : nullptr).second;
  });
}

void add_target(const ViewContext& context, const Reference& reference, OutgoingGroup& group) {
  const auto target = context.site.corpus->find(reference.id);
  if (!target) return;
  const bool is_new = std::find(group.targets.begin(), group.targets.end(), *target) == group.targets.end();
  if (is_new) group.targets.push_back(*target);
}

}  // namespace

bool is_source_of_entry(const ViewContext& context, RecordIndex index, const Relation& relation) {
  const std::vector<RecordIndex>& served = context.site.links[index].source_for;
  return relation.entry != nullptr && std::binary_search(served.begin(), served.end(), relation.from);
}

std::vector<IncomingGroup> incoming_groups(const ViewContext& context, RecordIndex index) {
  std::vector<IncomingGroup> groups;
  for (const Relation& relation : context.site.links[index].incoming) {
    const LocalizedText& inverse = relation.field->inverse;
    const LocalizedText* named = inverse.is_absent() ? nullptr : &inverse;
    std::string heading =
        named != nullptr ? phrase_html(context, inverse) : std::string(context.words.plain("linked_from"));
    auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.heading == heading; });
    if (group == groups.end()) {
      const Value label = named != nullptr ? phrase(context, inverse) : Value(heading);
      group = groups.insert(groups.end(), {std::move(heading), label, named, {}});
    }
    group->relations.push_back(relation);
  }
  std::sort(groups.begin(), groups.end(), [](const IncomingGroup& a, const IncomingGroup& b) {
    return a.relations.size() != b.relations.size() ? a.relations.size() > b.relations.size() : a.heading < b.heading;
  });
  for (IncomingGroup& group : groups) keep_each_once(context, group.relations);
  return groups;
}

std::vector<OutgoingGroup> outgoing_groups(const ViewContext& context, RecordIndex index) {
  const Record& record = context.record(index);
  const auto is_source = [&](const std::string& id) {
    return std::any_of(record.sources.begin(), record.sources.end(),
                       [&](const SourceEntry& entry) { return entry.source && entry.source->value == id; });
  };
  std::vector<OutgoingGroup> groups;
  for (const FieldValue& value : record.fields) {
    OutgoingGroup group{value.field, {}};
    for (const Item& item : value.items) {
      if (const auto* reference = std::get_if<Reference>(&item.datum)) add_target(context, *reference, group);
      const auto* entry = std::get_if<Group>(&item.datum);
      if (entry == nullptr) continue;
      for_each_item(*entry, [&](const FieldValue&, const Item& inner) {
        const auto* reference = std::get_if<Reference>(&inner.datum);
        if (reference != nullptr && !is_source(reference->id)) add_target(context, *reference, group);
      });
    }
    if (!group.targets.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace armillary
