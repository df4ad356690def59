// The ids of a text's headings: set by the editor with {#id}, or made from the heading's words.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace armillary::markdown {

// What an editor may set: letters of any script but capitals, digits and hyphens ([a-z0-9-] and Han above all).
bool is_heading_id(std::string_view id);

// Whether footnotes make such ids: fn-1, fnref-1.
bool is_footnote_id(std::string_view id);

// The id that a heading's words give: NFC, lower case, letters and digits of every script, all else as single
// hyphens between them; "section" where nothing is left.
std::string heading_id_from(std::string_view words);

// Hands out ids, each once.
class HeadingIds {
 public:
  // Whether the id was still free.
  bool take(const std::string& id) { return taken_.insert(id).second; }

  // The id, or the first free one of id-2, id-3, …
  std::string take_next(const std::string& id);

  bool has(const std::string& id) const { return taken_.contains(id); }

 private:
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, int> last_number_;
};

}  // namespace armillary::markdown
