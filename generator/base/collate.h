// Sorting by a language's own order (ICU, CLDR): pinyin for Chinese.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace armillary {

// The rank of each text in the order of the language with this BCP 47 tag: equal texts have the same rank,
// ranks count from 0. Punctuation such as quotation and title marks is passed over; Latin letters come before Han.
std::vector<std::uint32_t> collation_ranks(std::string_view tag, const std::vector<std::string_view>& texts);

}  // namespace armillary
