// Where a build keeps what the next one is to know (output/last_build.h): a file for each folder that sites go to, in
// the user's cache. Nothing here is ever an error: without such a file everything is made anew.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "output/last_build.h"

namespace armillary {

// The file for sites that go to this folder: $XDG_CACHE_HOME/armillary/builds/DIGEST or that below $HOME/.cache; empty
// where the environment names neither.
std::string last_build_path(const std::string& output);

// Nothing where there is no such file, or not one of this version.
std::optional<LastBuild> read_last_build(const std::string& path);

// Makes the folder that the file lies in. Of the files that lie there the oldest go where there are many. False: there
// can be no such file.
bool make_room_for(const std::string& path);

// What PackedBuild made takes the place of the file, unless it is larger than any file that is read. When all but that
// is done `may_stay` is asked: it may wait. After make_room_for: what walks through folders ends the program where it
// gets no memory.
void write_last_build(const std::string& path, const std::string& packed,
                      const std::function<bool()>& may_stay) noexcept;

}  // namespace armillary
