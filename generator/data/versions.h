// The versions of the data: the one that the site shows, and the releases that stay.
#pragma once

#include <string>

#include "data/data_source.h"

namespace armillary {

// What the data is called as it is now: the day that the site is "today". Empty without one.
std::string current_version(const Site& site);

// Their list for programs, /data/versions.json.
std::string versions_json(const DataSource& source);

}  // namespace armillary
