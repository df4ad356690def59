// Home and the pages that list records: of a kind, a year, a choice.
#pragma once

#include <string>

#include "output/page_view.h"

namespace armillary {

struct ListPage {
  std::string title;  // plain text
  std::string description;
  Map values;
};

// REQUIRES a page of one of these types.
ListPage list_page(const PageSources& sources, const PlannedPage& page, const std::string& root);

// {parts [{number, address, is_current}], previous, next} of a page of a long list that begins at this address.
Value pagination_value(const PlannedPage& page, const std::string& list_address);

// {name, label_one, label_many, help, address, count}
Value kind_value(const PageSources& sources, LanguageIndex language, std::size_t index);

// All kinds that have records, in the order that site.yaml gives.
Value kinds_value(const PageSources& sources, LanguageIndex language);

}  // namespace armillary
