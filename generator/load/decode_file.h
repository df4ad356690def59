// A picture or an archived copy beside a record.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "load/decode_value.h"

namespace armillary {

// Endings of the names of pictures: these need words for those who cannot see them.
inline constexpr std::array<std::string_view, 7> kPictures = {".png", ".jpg",  ".jpeg", ".gif",
                                                              ".svg", ".webp", ".avif"};

// `name.ext`, or {path: name.ext, alt: words once a language, digest: sha256:…}. The file must stand beside the
// record; a digest must be its own; a picture needs `alt`.
std::optional<Datum> decode_attached_file(const RecordContext& context, const YamlNode& node);

}  // namespace armillary
