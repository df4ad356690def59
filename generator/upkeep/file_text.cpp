#include "upkeep/file_text.h"

#include "load/front_matter.h"

namespace armillary {

std::string_view text_of(const SourceFile& file) {
  if (file.path.ends_with(".yaml")) return {};
  return file.slice(split_front_matter(file).body);
}

}  // namespace armillary
