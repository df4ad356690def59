#include "upkeep/glossary_slips.h"

#include <algorithm>
#include <array>
#include <utility>

namespace armillary {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// Pairs of marks around what is not the writer's own.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kMarks = {
    {{"《", "》"}, {"“", "”"}, {"\"", "\""}, {"「", "」"}, {"『", "』"}, {"«", "»"}, {"](", ")"}}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

std::string in_lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Blanks what stands between the marks, innermost ends first; an open one is left alone.
void blank_between(std::string& text, std::string_view open, std::string_view close) {
  std::size_t end = 0;
  for (std::size_t begin = text.find(open); begin != kNone; begin = text.find(open, end + close.size())) {
    end = text.find(close, begin + open.size());
    if (end == kNone) return;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  }
}

// A letter, or what joins letters in addresses and ids.
bool is_joined(std::string_view text, std::size_t at) {
  return at < text.size() && (is_letter(text[at]) || std::string_view("-_/.@").find(text[at]) != kNone);
}

bool is_whole_word(std::string_view text, std::size_t at, std::string_view word) {
  const bool begins = !is_letter(word.front()) || at == 0 || !is_joined(text, at - 1);
  const std::size_t end = at + word.size();
  const bool ends_sentence = end < text.size() && text[end] == '.' && !is_joined(text, end + 1);
  return begins && (!is_letter(word.back()) || !is_joined(text, end) || ends_sentence);
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != kNone; at = text.find(word, at + 1)) {
    if (is_whole_word(text, at, word)) return true;
  }
  return false;
}

}  // namespace

Glossary::Glossary(const Corpus& corpus) : entries_(corpus.site.languages.size()) {
  for (const Term& term : corpus.glossary) {
    for (LanguageIndex i = 0; i < term.avoid.size(); ++i) {
      for (const std::string& word : term.avoid[i]) {
        if (!word.empty()) entries_[i].push_back({in_lower_case(word), {word, std::string(term.label.best(i))}});
      }
    }
  }
}

std::vector<Slip> Glossary::find_slips(LanguageIndex language, std::string_view text) const {
  std::vector<Slip> out;
  if (entries_[language].empty() || text.empty()) return out;
  std::string own = in_lower_case(text);
  for (const auto& [open, close] : kMarks) blank_between(own, open, close);
  for (const Entry& entry : entries_[language]) {
    if (has_word(own, entry.word)) out.push_back(entry.slip);
  }
  return out;
}

}  // namespace armillary
