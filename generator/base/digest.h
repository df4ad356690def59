// SHA-256 (FIPS 180-4), by Nettle, which needs no memory of its own and nothing at the start.
#pragma once

#include <string>

#include "base/file_content.h"

namespace armillary {

// 64 hexadecimal digits in lower case.
std::string sha256_hex(const FileContent& content);

}  // namespace armillary
