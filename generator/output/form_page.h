// The page with the form in which a record can be written without git, and the files that it reads.
#pragma once

#include <string>

#include "base/take_file.h"
#include "output/list_pages.h"

namespace armillary {

// {forms [{name, folder, label_one, help, schema}], languages, records, guide}: addresses of the files below, and the
// guide's page.
ListPage form_page(const PageSources& sources, const PlannedPage& page);

// form/LANG/KIND.json: the JSON Schema of a kind in its plain form, with labels in the language;
// form/LANG/records.json:
// [[id, kind, title]] of all records, for references. Returns how many.
std::size_t write_form_files(const PageSources& sources, std::size_t jobs, const TakeFile& take);

}  // namespace armillary
