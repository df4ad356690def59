// What may stand between two slashes of an address: ids, kinds, folders, terms, paths of views.
#pragma once

#include <string>
#include <string_view>

namespace armillary {

// a-z, 0-9 and single hyphens inside: the same in every language, on every file system, never percent-encoded.
bool is_address_part(std::string_view text);

// What was probably meant: small letters, a hyphen for gaps and underscores. It may still be no address part.
std::string folded_address_part(std::string_view text);

}  // namespace armillary
