#include "base/suggest.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"

namespace armillary {
namespace {

std::u32string folded(std::string_view word) {
  std::u32string out;
  for (std::size_t offset = 0; offset < word.size();) {
    char32_t c = next_code_point(word, offset);
    if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    if (c == U'_' || c == U' ') c = U'-';
    out.push_back(c);
  }
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

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) { return distance(folded(a), folded(b)); }

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string_view>& candidates,
                                 std::size_t limit) {
  const std::u32string wanted = folded(word);
  const std::size_t bound = std::max<std::size_t>(1, wanted.size() / 3);
  std::vector<std::tuple<std::size_t, std::string_view>> found;
  for (const std::string_view candidate : candidates) {
    const std::u32string other = folded(candidate);
    const std::size_t gap = other.size() > wanted.size() ? other.size() - wanted.size() : wanted.size() - other.size();
    if (gap > bound) continue;
    const std::size_t edits = distance(wanted, other);
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

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::vector<std::string> names = nearest(word, candidates);
  return names.empty() ? std::string() : "; did you mean " + quoted_list(names, " or ") + "?";
}

std::string list_of(const std::vector<std::string_view>& names) {
  return quoted_list({names.begin(), names.end()}, " and ");
}

}  // namespace armillary
