// Dated steps: the history of a record, entries of years and of timelines.
#pragma once

#include <vector>

#include "view/view_context.h"

namespace armillary {

// A step of some record.
struct Step {
  RecordIndex record = 0;
  const DatedStep* step = nullptr;
};

// The first choice that a group's entry has made; null where it has none.
const Term* caption_term(const Group& entry);

// What a group's entry says of itself in a word: the label of its first choice; none where it has no choice.
Value entry_caption(const ViewContext& context, const Group& entry);
std::string entry_caption_text(const ViewContext& context, const Group& entry);

// {date, caption, card, is_future}: the caption is the entry's, else the date field's label.
Value step_value(const ViewContext& context, const Step& step);

// The same with `note`: the first text of the group's entry that the step is of, or none.
Value step_with_note(const ViewContext& context, const Step& step);

// The same caption without markup.
std::string step_caption(const ViewContext& context, const DatedStep& step);

// A record's own steps, by date.
Value steps_view(const ViewContext& context, RecordIndex record);

// Sorts steps by date, then title in the page's language.
void sort_steps(const ViewContext& context, std::vector<Step>& steps);

// Of all steps of the site those next to today.
struct NearSteps {
  std::vector<Step> recent;    // the newest first; all where there is no today
  std::vector<Step> upcoming;  // the nearest first
};

// At most so many of each.
NearSteps steps_near_today(const ViewContext& context, std::size_t most);

}  // namespace armillary
