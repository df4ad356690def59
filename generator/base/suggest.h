// "Did you mean": the names nearest to a mistyped one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace armillary {

// Edits (insert, delete, replace, swap of neighbours) between two words, by code point, after folding
// case and taking '_', '-' and ' ' as the same.
std::size_t edit_distance(std::string_view a, std::string_view b);

// At most `limit` candidates within a third of the word's length of it, nearest first, ties by name.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string_view>& candidates,
                                 std::size_t limit = 3);

// "; did you mean 'x'?", "; did you mean 'x' or 'y'?", or nothing where no candidate is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

// "'a', 'b' and 'c'": for naming all that is allowed.
std::string list_of(const std::vector<std::string_view>& names);

}  // namespace armillary
