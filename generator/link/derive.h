// What follows from a record's dated facts.
#pragma once

#include <optional>
#include <vector>

#include "link/site.h"

namespace armillary {

// All dates of fields that say `timeline: true`, also inside groups, by date.
std::vector<DatedStep> find_steps(const Record& record);

// The states of the kind's derived choices on `today`, or after all steps where there is no today.
std::vector<DerivedState> derive_states(const Record& record, const std::optional<PartialDate>& today);

// Every change of state, first to last: for the history of a record.
std::vector<DerivedState> state_history(const Record& record, const Field& field);

// The first date field that holds a value in a group's entry.
std::optional<PartialDate> date_of_entry(const Group& entry);

}  // namespace armillary
