// Everything under /data/: what it holds is described in README.md.
#pragma once

#include <cstddef>
#include <vector>

#include "base/take_file.h"
#include "data/data_source.h"
#include "view/view_context.h"

namespace armillary {

// Makes all files, hands them on and returns how many they are; `contexts` are one a language. The bytes do not depend
// on `jobs`.
std::size_t write_data(const DataSource& source, const std::vector<ViewContext>& contexts, std::size_t jobs,
                       const TakeFile& take);

}  // namespace armillary
