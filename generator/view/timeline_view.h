// Timelines of many records' dated steps.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "charts/timeline_chart.h"
#include "view/step_view.h"

namespace armillary {

// A timeline with more steps does not list them: its years lead to their pages.
inline constexpr std::size_t kMaxListedSteps = 1500;

// {svg, is_counted, count, lanes: [{label, kind}], lanes_by ("kind" or the path), years: [{year, text, address, count,
// steps}]}: the steps of these records, as they stand on a page at `root`, with a lane for each kind. With `lanes`, the
// path of a choice or of references, a lane stands for each of its values that the records have, those with most steps
// first; the rest share one.
Value timeline_value(const ViewContext& context, const std::vector<RecordIndex>& records, const std::string& root,
                     const std::string& lanes = {});

// A date of a record; `caption` says what happened then and may be empty.
charts::TimelineMark timeline_mark(const ViewContext& context, const PartialDate& date, RecordIndex record,
                                   std::string_view caption, const std::string& root, std::size_t lane);

// Marks the day that the site takes for today and writes years as the language does.
void set_today(const ViewContext& context, charts::TimelineChart& chart);

// The digits 0 to 9 as the language writes them.
std::array<std::string, 10> digits_of(const ViewContext& context);

}  // namespace armillary
