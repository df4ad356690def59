// A record's relations grouped by what they mean, from both ends.
#pragma once

#include <string>
#include <vector>

#include "view/view_context.h"

namespace armillary {

// What refers to a record under one heading, by date and title, each record once.
struct IncomingGroup {
  std::string heading;           // HTML: what groups are told apart by
  Value label;                   // the same as templates see it
  const LocalizedText* inverse;  // null: the plain heading
  std::vector<Relation> relations;
};

// Largest first, then by heading.
std::vector<IncomingGroup> incoming_groups(const ViewContext& context, RecordIndex index);

// What a record refers to in one of its fields, each record once, as written.
struct OutgoingGroup {
  const Field* field = nullptr;  // the reference field, or the group in which it stands
  std::vector<RecordIndex> targets;
};

// In the order of the schema. References inside groups to what the record names as its sources are left out: they say
// where an entry comes from.
std::vector<OutgoingGroup> outgoing_groups(const ViewContext& context, RecordIndex index);

// Whether `from` names this record only to say where one of its entries comes from.
bool is_source_of_entry(const ViewContext& context, RecordIndex index, const Relation& relation);

}  // namespace armillary
