// The two parts of a record's file: fields between lines of three dashes, then the text.
#pragma once

#include <optional>

#include "base/source.h"

namespace armillary {

struct FileParts {
  std::optional<Span> front_matter;  // without its dashes; absent where the file does not begin with them
  Span body;                         // the rest; the whole file where there is no front matter
  bool is_open = false;              // the dashes at the end are missing: everything is front matter
};

FileParts split_front_matter(const SourceFile& file);

}  // namespace armillary
