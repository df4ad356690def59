#include "search/letters.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/utf8.h"
#include "search/atoms.h"
#include "search/han_sounds.h"

namespace armillary {
namespace {

constexpr std::string_view kNoLetter = "#";

std::string_view sorted_text(const Record& record, LanguageIndex language) {
  const std::string_view key = record.sort_key.in(language);
  return key.empty() ? record.title().best(language) : key;
}

std::string letter_of(char32_t first, const HanSounds& sounds) {
  if (const std::string_view sound = sounds.of(first); !sound.empty()) first = static_cast<char32_t>(sound.front());
  if (first >= 'a' && first <= 'z') return std::string(1, static_cast<char>(first - 'a' + 'A'));
  std::string letter;
  if (first > 0x7F && !is_unspaced(first)) append_code_point(letter, first);
  return letter.empty() ? std::string(kNoLetter) : letter;
}

}  // namespace

std::vector<LetterGroup> group_by_letter(const Site& site, LanguageIndex language) {
  const auto& records = site.corpus->records;
  const HanForms forms;
  std::vector<char32_t> firsts;
  AtomList atoms;
  for (const Record& record : records) {
    split_atoms(sorted_text(record, language), forms, atoms);
    firsts.push_back(atoms.size() == 0 ? U'#' : code_point_at(atoms.at(0), 0));
  }
  const HanSounds sounds(firsts);
  std::vector<RecordIndex> order(records.size());
  std::iota(order.begin(), order.end(), RecordIndex{0});
  std::sort(order.begin(), order.end(),
            [&](RecordIndex a, RecordIndex b) { return title_comes_before(site, language, a, b); });
  std::map<std::string, std::vector<RecordIndex>, std::less<>> groups;
  for (const RecordIndex record : order) groups[letter_of(firsts[record], sounds)].push_back(record);
  std::vector<LetterGroup> out;
  for (auto& [letter, members] : groups) {
    if (letter != kNoLetter) out.push_back({letter, std::move(members)});
  }
  if (const auto rest = groups.find(kNoLetter); rest != groups.end()) {
    out.push_back({std::string(kNoLetter), std::move(rest->second)});
  }
  return out;
}

}  // namespace armillary
