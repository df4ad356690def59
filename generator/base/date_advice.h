// What an editor meant who wrote a date in another form.
#pragma once

#include <string_view>

#include "base/partial_date.h"

namespace armillary {

// For a text that is not of a date's form. The advice is the right form where the text is that of one date
// or span after all, else `forms`.
DateError advise_on_date(std::string_view text, std::string_view forms);

}  // namespace armillary
