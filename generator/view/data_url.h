// A file inside an address (RFC 2397): a link that readers can save without asking a server, with or without scripts.
#pragma once

#include <string>
#include <string_view>

namespace armillary {

// data:TYPE,… of a UTF-8 text. ASCII that is no URL code point of the URL Standard is percent-encoded, as
// are % # and what a browser would drop; letters of other scripts stand as they are, a third as long.
std::string data_url(std::string_view media_type, std::string_view text);

}  // namespace armillary
