#include "base/suggest.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <tuple>
#include <utility>

#include "base/utf8.h"

namespace armillary {
namespace {

void fold(std::string_view word, std::u32string& out) {
  out.clear();
  for (std::size_t offset = 0; offset < word.size();) {
    char32_t c = next_code_point(word, offset);
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    if (c == U'_' || c == U' ') c = U'-';
    out.push_back(c);
  }
}

std::u32string folded(std::string_view word) {
  std::u32string out;
  fold(word, out);
  return out;
}

std::size_t distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, replace});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

// A word that many are compared with. A column of the table that `distance` fills is two numbers here, of which each
// bit says how a cell differs from the one above it (Hyyrö, A Bit-Vector Algorithm for Computing Levenshtein and
// Damerau Edit Distances, 2003); words of more characters than a number has bits are compared by the table.
class Pattern {
 public:
  explicit Pattern(std::string_view word) : word_(folded(word)) {
    for (std::size_t i = 0; i < std::min(word_.size(), kBits); ++i) {
      const std::uint64_t bit = std::uint64_t{1} << i;
      if (word_[i] < ascii_.size()) {
        ascii_[word_[i]] |= bit;
      } else {
        others_.emplace_back(word_[i], bit);
      }
    }
  }

  std::size_t size() const { return word_.size(); }
  std::size_t distance_to(const std::u32string& other) const;

  // What a comparison takes, in comparisons of short words.
  std::size_t cost_of(const std::u32string& other) const {
    return word_.size() <= kBits ? 1 : 1 + word_.size() * other.size() / kBits;
  }

 private:
  static constexpr std::size_t kBits = 64;

  std::uint64_t places_of(char32_t c) const {
    if (c < ascii_.size()) return ascii_[c];
    std::uint64_t out = 0;
    for (const auto& [one, bit] : others_) out |= one == c ? bit : 0;
    return out;
  }

  std::u32string word_;
  std::array<std::uint64_t, 128> ascii_{};
  std::vector<std::pair<char32_t, std::uint64_t>> others_;
};

std::size_t Pattern::distance_to(const std::u32string& other) const {
  if (word_.empty()) return other.size();
  if (word_.size() > kBits) return distance(word_, other);
  const std::uint64_t last = std::uint64_t{1} << (word_.size() - 1);
  std::size_t edits = word_.size();
  std::uint64_t more = ~std::uint64_t{0};  // cells that are one more than the cell above them
  std::uint64_t less = 0;                  // one less
  std::uint64_t same = 0;                  // cells that are what the one above and to the left is
  std::uint64_t places_before = 0;
  for (const char32_t c : other) {
    const std::uint64_t places = places_of(c);
    const std::uint64_t swapped = ((~same & places) << 1) & places_before;
    same = (((places & more) + more) ^ more) | places | less | swapped;
    std::uint64_t more_than_left = less | ~(same | more);
    const std::uint64_t less_than_left = same & more;
    if ((more_than_left & last) != 0) ++edits;
    if ((less_than_left & last) != 0) --edits;
    more_than_left = (more_than_left << 1) | 1;
    more = (less_than_left << 1) | ~(same | more_than_left);
    less = more_than_left & same;
    places_before = places;
  }
  return edits;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) { return distance(folded(a), folded(b)); }

std::vector<std::string> Suggester::nearest(std::string_view word, std::size_t limit) {
  const Pattern wanted(word);
  const std::size_t bound = std::max<std::size_t>(1, wanted.size() / 3);
  std::vector<std::tuple<std::size_t, std::string_view>> found;
  std::u32string other;
  for (const std::string_view candidate : candidates_) {
    fold(candidate, other);
    const std::size_t gap = other.size() > wanted.size() ? other.size() - wanted.size() : wanted.size() - other.size();
    const std::size_t cost = gap > bound ? 1 : wanted.cost_of(other);
    if (cost > comparisons_left_) {
      comparisons_left_ = 0;
      return {};
    }
    comparisons_left_ -= cost;
    if (gap > bound) continue;
    const std::size_t edits = wanted.distance_to(other);
    if (edits <= bound) found.emplace_back(edits, candidate);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::vector<std::string> out;
  for (const auto& [edits, name] : found) {
    if (out.size() < limit) out.emplace_back(name);
  }
  return out;
}

namespace {

std::string quoted_list(const std::vector<std::string>& names, std::string_view last_separator) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? last_separator : ", ";
    out += "'" + names[i] + "'";
  }
  return out;
}

}  // namespace

std::string Suggester::did_you_mean(std::string_view word) {
  const std::vector<std::string> names = nearest(word);
  return names.empty() ? std::string() : "; did you mean " + quoted_list(names, " or ") + "?";
}

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string_view>& candidates,
                                 std::size_t limit) {
  return Suggester(candidates).nearest(word, limit);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  return Suggester(candidates).did_you_mean(word);
}

std::string list_of(const std::vector<std::string_view>& names) {
  return quoted_list({names.begin(), names.end()}, " and ");
}

}  // namespace armillary
