// Groups of dated numbers: what an indicator counts, drawn above its table.
#pragma once

#include "view/view_context.h"

namespace armillary {

// The inner fields that make a group a series.
struct SeriesFields {
  const Field* date = nullptr;
  const Field* number = nullptr;
  const Field* name =
      nullptr;  // of what was counted: a text in the site's languages, or a choice; null if there is none
};

// Nothing but for a group with one field of numbers and one of dates.
std::optional<SeriesFields> series_fields(const Field& field);

// Whether the value is a series of at least two numbers: it is drawn and can be downloaded.
bool is_series(const FieldValue& value);

// {FIELD: {svg, file}} of the record's series; the file is the address of its CSV beside the page, "" where the site
// does without data.
Value series_value(const ViewContext& context, RecordIndex index);

// The address of a series as CSV: zh/indicators/ships/series.csv.
std::string series_address(const Language& language, const Record& record, const Field& field);

}  // namespace armillary
