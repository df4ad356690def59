// What a room does with a finished file of the site: hand it on, to be written or only looked at.
#pragma once

#include <functional>
#include <string>

#include "base/file_content.h"

namespace armillary {

// Takes a file, its name relative to the site; called by many threads at once, each name once. May throw FileError.
using TakeFile = std::function<void(const std::string& name, const FileContent& content)>;

}  // namespace armillary
