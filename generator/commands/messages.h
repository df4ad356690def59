// The language in which the program tells editors what is wrong.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/translation.h"

namespace armillary {

// A language in the ways to look for it: {"zh-CN", "zh"}. Of POSIX's LC_ALL, LC_MESSAGES and LANG the first that is set
// counts, without what stands behind '.' or '@'; empty where none is.
std::vector<std::string> languages_of_environment();

// The messages of messages/LANG.yaml in the first of the folders that has it. The language is the one named, else that
// of ARMILLARY_MESSAGES, else the environment's; the last without a file means English. Throws UsageError for a
// language that was named and has no file, and for a file that cannot be read.
Translation read_translation(const std::string& named, const std::vector<std::string>& template_folders);

}  // namespace armillary
