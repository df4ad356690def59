// "Did you mean": the names nearest to a mistyped one.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace armillary {

// Edits (insert, delete, replace, swap of neighbours) between two words, by code point, after folding
// case and taking '_', '-' and ' ' as the same.
std::size_t edit_distance(std::string_view a, std::string_view b);

// Suggests among the same names again and again. Among thousands of names thousands of mistakes would take minutes:
// when so many comparisons have been made, about half a second's, nothing is suggested any more.
class Suggester {
 public:
  static constexpr std::size_t kMostComparisons = 8'000'000;

  explicit Suggester(std::vector<std::string_view> candidates, std::size_t most_comparisons = kMostComparisons)
      : candidates_(std::move(candidates)), comparisons_left_(most_comparisons) {}

  // At most `limit` candidates within a third of the word's length of it, nearest first, ties by name.
  std::vector<std::string> nearest(std::string_view word, std::size_t limit = 3);

  // "; did you mean 'x'?", "; did you mean 'x' or 'y'?", or nothing where no candidate is near.
  std::string did_you_mean(std::string_view word);

 private:
  std::vector<std::string_view> candidates_;
  std::size_t comparisons_left_;
};

// The same where there is one word, or the names are few. Who may have many words has a Suggester.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string_view>& candidates,
                                 std::size_t limit = 3);
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

// "'a', 'b' and 'c'": for naming all that is allowed.
std::string list_of(const std::vector<std::string_view>& names);

}  // namespace armillary
