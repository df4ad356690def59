#include "search/concepts.h"

#include <algorithm>

namespace armillary {
namespace {

constexpr std::size_t kLeastInflected = 4;  // bytes of a word that may have an ending
constexpr std::size_t kLongestEnding = 2;

// Whether a text's word is a term's last word, perhaps with an ending.
bool is_form_of(std::string_view word, std::string_view last) {
  return word.starts_with(last) && (word.size() == last.size() ||
                                    (last.size() >= kLeastInflected && word.size() <= last.size() + kLongestEnding));
}

}  // namespace

ConceptFinder::ConceptFinder(const std::vector<Term>& terms, std::size_t languages, const HanForms& forms)
    : words_(terms.size()) {
  for (std::size_t i = 0; i < terms.size(); ++i) {
    for (LanguageIndex language = 0; language < languages; ++language) {
      add(i, terms[i].label.in(language), forms);
      for (const auto* words : {&terms[i].also, &terms[i].avoid}) {
        if (language >= words->size()) continue;
        for (const std::string& word : (*words)[language]) add(i, word, forms);
      }
    }
  }
  for (std::size_t i = 0; i < forms_.size(); ++i) by_first_[forms_[i].atoms.at(0)].push_back(i);
}

void ConceptFinder::add(std::size_t term, std::string_view text, const HanForms& forms) {
  std::vector<std::string>& words = words_[term];
  if (text.empty() || std::find(words.begin(), words.end(), text) != words.end()) return;
  Form form{term, {}};
  split_atoms(text, forms, form.atoms);
  if (form.atoms.size() == 0) return;
  words.emplace_back(text);
  forms_.push_back(std::move(form));
}

bool ConceptFinder::stands_at(const Form& form, const AtomList& atoms, std::size_t begin) {
  const std::size_t count = form.atoms.size();
  if (begin + count > atoms.size()) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const Atom& atom = atoms.atoms[begin + i];
    const Atom& wanted = form.atoms.atoms[i];
    const bool may_end = i + 1 == count && !wanted.is_unspaced;
    const bool is_same =
        may_end ? is_form_of(atoms.at(begin + i), form.atoms.at(i)) : atoms.at(begin + i) == form.atoms.at(i);
    if (!is_same || (wanted.is_joined && !atom.is_joined)) return false;
  }
  return true;
}

void ConceptFinder::find(const AtomList& atoms,
                         const std::function<void(std::size_t, std::size_t, std::size_t)>& visit) const {
  if (forms_.empty()) return;
  for (std::size_t begin = 0; begin < atoms.size(); ++begin) {
    const std::string_view first = atoms.at(begin);
    const bool may_end = !atoms.atoms[begin].is_unspaced;
    for (std::size_t cut = 0; cut <= (may_end ? kLongestEnding : 0) && cut < first.size(); ++cut) {
      const auto found = by_first_.find(first.substr(0, first.size() - cut));
      if (found == by_first_.end()) continue;
      for (const std::size_t form : found->second) {
        if (cut > 0 && forms_[form].atoms.size() > 1) continue;
        if (stands_at(forms_[form], atoms, begin)) visit(forms_[form].term, begin, begin + forms_[form].atoms.size());
      }
    }
  }
}

}  // namespace armillary
