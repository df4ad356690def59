// What may stand between two slashes of an address: ids, kinds, folders, terms, paths of views.
#pragma once

#include <string_view>

namespace armillary {

// a-z, 0-9 and single hyphens inside: the same in every language, on every file system, never percent-encoded.
bool is_address_part(std::string_view text);

}  // namespace armillary
