// Compressed copies of a site's texts, for servers that hand them out as they lie there.
#pragma once

#include <string>
#include <string_view>

namespace armillary {

// Whether copies of a file of this name are worth their place: of texts, not of pictures that are compressed already.
bool is_compressible(std::string_view name);

// RFC 1952, without a name or a time: the same bytes for the same text.
std::string gzip(std::string_view bytes);

// RFC 7932.
std::string brotli(std::string_view bytes);

}  // namespace armillary
