// What is drawn on a record's page: its history, its neighbours, and when others referred to it.
#pragma once

#include <string>
#include <vector>

#include "view/relation_groups.h"

namespace armillary {

// The record's own dated steps; none where a drawing would say no more than the dates.
Value history_value(const ViewContext& context, RecordIndex index);

// The record in the middle of a bounded choice of its neighbours, those first to which most lead; none where it has
// fewer than three. `root` is that of the page.
Value neighbourhood_value(const ViewContext& context, RecordIndex index, const std::vector<IncomingGroup>& incoming,
                          const std::string& root);

// {svg, is_counted, count}: a timeline of what refers to the record, a lane for each relation; none where fewer than
// eight of those have a date.
Value profile_value(const ViewContext& context, RecordIndex index, const std::vector<IncomingGroup>& incoming,
                    const std::string& root);

}  // namespace armillary
