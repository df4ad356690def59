// A picture or an archived copy beside a record.
#pragma once

#include <optional>

#include "load/decode_value.h"

namespace armillary {

// `name.ext`, or {path: name.ext, alt: words once a language, digest: sha256:…}. The file must stand beside the
// record; a digest must be its own; a picture needs `alt`.
std::optional<Datum> decode_attached_file(const RecordContext& context, const YamlNode& node);

}  // namespace armillary
