// Files beside records are published as they are, and a browser that opens one runs what it holds, as a page of our
// site.
#pragma once

#include <string>
#include <string_view>

namespace armillary {

// What could act when a browser opens the file, in words that follow a colon, such as "it holds <script>"; empty where
// nothing could. Endings of programs and of formats that cannot be looked into are refused as such. SVG, XML, HTML and
// whatever begins with '<' is looked through by rules so strict that browsers cannot read it otherwise than it is
// read here: no scripts, no event handlers, no addresses that run or fetch, no styles that fetch, no entities of its
// own.
std::string what_acts_in(std::string_view name, std::string_view bytes);

// Whether the name's ending alone tells that nothing can act in it (pictures made of pixels, sound, PDF, archives …):
// such a file need not be read.
bool is_inert_by_name(std::string_view name);

}  // namespace armillary
